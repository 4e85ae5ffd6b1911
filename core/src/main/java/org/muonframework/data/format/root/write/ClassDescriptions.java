package org.muonframework.data.format.root.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.muonframework.data.format.root.write.ClassMember.Kind;

/** How the classes in a file are laid out ({@code TStreamerInfo}): what lets any program read them. */
final class ClassDescriptions {

    /** Elements of a description have room for so many sizes of fixed arrays. */
    private static final int DIMENSIONS = 5;

    private static final int INFO_VERSION = 9;
    private static final int ELEMENT_VERSION = 4;
    private static final int BASE_VERSION = 3;
    private static final int OTHER_VERSION = 2;

    private final Map<String, ClassDescription> classes;

    private ClassDescriptions(Map<String, ClassDescription> classes) {
        this.classes = classes;
    }

    /** Reads the list of classes that comes with this package. */
    static ClassDescriptions load() {
        Map<String, ClassDescription> classes = new LinkedHashMap<>();
        try (InputStream file = ClassDescriptions.class.getResourceAsStream("classes.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            ClassDescription last = new ClassDescription("", 0, false, List.of());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("class ") || line.startsWith("known ")) {
                    String[] words = line.split(" ");
                    last = new ClassDescription(
                            words[1], Integer.parseInt(words[2]), words[0].equals("known"), new ArrayList<>());
                    classes.put(last.name(), last);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    last.members().add(ClassMember.parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassDescriptions(classes);
    }

    /** The names of all classes. */
    Set<String> names() {
        return classes.keySet();
    }

    /** Which version of a class is written. */
    int version(String className) {
        return classes.get(className).version();
    }

    /**
     * ROOT's check sum of a class, by which it knows whether a file's class is its own.
     *
     * <p>As {@code TClass::GetCheckSum} of ROOT 6: each character of the names of the class, its bases and its members
     * with their types and lengths, and the check sums of the bases, each added to three times what was before.
     */
    int checkSum(String className) {
        int sum = add(0, className);
        for (ClassMember member : classes.get(className).members()) {
            if (member.kind() == Kind.BASE) {
                sum = 3 * add(sum, member.name()) + checkSum(member.type());
            } else {
                int before = member.kind() == Kind.CHOICE ? 3 * sum + 1 : sum;
                sum = add(add(add(before, member.name()), member.type()), member.length());
            }
        }
        return sum;
    }

    private static int add(int sum, String text) {
        int result = sum;
        for (int i = 0; i < text.length(); i++) {
            result = 3 * result + text.charAt(i);
        }
        return result;
    }

    /**
     * Writes the descriptions of some classes, and of all that they consist of.
     *
     * @param out where references count from the key before the record
     */
    void write(Set<String> classNames, Output out) {
        Set<String> wanted = new TreeSet<>();
        classNames.forEach(name -> collect(name, wanted));
        List<Runnable> infos = new ArrayList<>();
        for (String name : wanted) {
            infos.add(() -> out.pointer("TStreamerInfo", () -> writeInfo(classes.get(name), out)));
        }
        out.list(infos);
    }

    private void collect(String className, Set<String> wanted) {
        ClassDescription description = classes.get(className);
        if (description != null && !description.known() && wanted.add(className)) {
            for (ClassMember member : description.members()) {
                collect(member.type().replace("*", ""), wanted);
            }
        }
    }

    private void writeInfo(ClassDescription description, Output out) {
        List<Runnable> elements = new ArrayList<>();
        for (ClassMember member : description.members()) {
            if (member.kind() != Kind.HIDDEN) {
                elements.add(() -> out.pointer(member.kind().element(), () -> writeElement(member, description, out)));
            }
        }
        out.object(INFO_VERSION, () -> {
            out.named(description.name(), "", 0)
                    .int32(checkSum(description.name()))
                    .int32(description.version());
            out.pointer("TObjArray", () -> out.objectArray(elements));
        });
    }

    private void writeElement(ClassMember member, ClassDescription owner, Output out) {
        boolean base = member.kind() == Kind.BASE;
        out.object(base ? BASE_VERSION : OTHER_VERSION, () -> {
            out.object(ELEMENT_VERSION, () -> {
                out.named(member.name(), member.comment(), 0)
                        .int32(member.code())
                        .int32(member.bytes())
                        .int32(0)
                        .int32(0);
                for (int i = 0; i < DIMENSIONS; i++) {
                    out.int32(base && i == 1 ? checkSum(member.type()) : 0);
                }
                out.string(base ? "BASE" : member.type());
            });
            if (base) {
                out.int32(version(member.type()));
            } else if (member.kind() == Kind.ARRAY) {
                out.int32(owner.version()).string(member.length()).string(owner.name());
            }
        });
    }

    /** One class; {@code known} where no file describes it. */
    private record ClassDescription(String name, int version, boolean known, List<ClassMember> members) {}
}
