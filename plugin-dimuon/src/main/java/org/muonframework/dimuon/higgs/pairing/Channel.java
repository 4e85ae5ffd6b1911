package org.muonframework.dimuon.higgs.pairing;

/** The flavours of four leptons; the column {@code channel} holds the {@link #ordinal}. */
public enum Channel {
    /** Four muons. */
    FOUR_MUONS,
    /** Four electrons. */
    FOUR_ELECTRONS,
    /** Two of each. */
    TWO_OF_EACH;

    /** The channel of so many muons among four leptons, an even number. */
    static Channel ofMuons(int muons) {
        return switch (muons) {
            case 0 -> FOUR_ELECTRONS;
            case 2 -> TWO_OF_EACH;
            case 4 -> FOUR_MUONS;
            default -> throw new IllegalArgumentException(muons + " muons among four leptons make no two pairs");
        };
    }
}
