package org.muonframework.calorimeter.features;

import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * The high-level features, under the names and in the order of the public code of J. Kieseler et al., Eur. Phys. J. C 82
 * (2022) 79; {@link #EMEAS_SIZE}, the last one, is ours.
 *
 * <p>x and y are relative to the muon's impact, z is that of a cell's centre, all in mm. A cell is <i>above</i> if it has
 * more than 0.1 GeV. A cluster is a set of cells above that are connected by their faces; it is on the track if it has a
 * cell in the tower that the muon hits, else off the track. A feature without cells is 0.
 *
 * <p>In four places this differs from the public code, on purpose:
 *
 * <ul>
 *   <li>its macro overwrites {@code eclumax1} with the second-largest sum of 3 × 3 × 3 cells;
 *   <li>its preparation of data squares distances as (dx²)(dy²) for {@code r2m} and {@code r2m1} to {@code r2m5}, where it
 *       must be dx² + dy²;
 *   <li>it writes the macro's moment in x under the name {@code ymom}, and that in y under {@code xmom}: whoever compares
 *       with its files must exchange the two;
 *   <li>it holds {@code emeas} between 0 and 10⁴ GeV: here it has the sign of the bending.
 * </ul>
 */
public enum HighLevelFeature {
    /** ΣE of the cells above. */
    EABOVE("eabove", "GeV", "energy in cells above 0.1 GeV", false),
    /** |ΣE·r|/ΣE. */
    RMOM("rmom", "mm", "distance of the centre of energy from the impact", false),
    /** |ΣE·r|/ΣE of the cells above. */
    RMOM1("rmom1", "mm", "distance of the centre of energy of cells above 0.1 GeV from the impact", false),
    /** ΣE r²/ΣE. */
    R2M("r2m", "mm^2", "mean square of the distance from the impact, by energy", false),
    /** The same for z below 400 mm. */
    R2M1("r2m1", "mm^2", "the same in z below 400 mm", false),
    /** The same for z from 400 mm to below 800 mm. */
    R2M2("r2m2", "mm^2", "the same in z from 400 to 800 mm", false),
    /** The same for z from 800 mm to below 1200 mm. */
    R2M3("r2m3", "mm^2", "the same in z from 800 to 1200 mm", false),
    /** The same for z from 1200 mm to below 1600 mm. */
    R2M4("r2m4", "mm^2", "the same in z from 1200 to 1600 mm", false),
    /** The same for z from 1600 mm on. */
    R2M5("r2m5", "mm^2", "the same in z from 1600 mm on", false),
    /** Number of clusters on the track. */
    NCLU("nclu", "", "clusters on the track", false),
    /** Most cells of one of them. */
    NCELLMAX("ncellmax", "", "most cells of a cluster on the track", false),
    /** Most energy of one of them. */
    ECLUMAX("eclumax", "GeV", "most energy of a cluster on the track", false),
    /** Longest of them in x: the difference of the outermost columns. */
    MAXDEPTHX("maxdepthx", "", "most steps in x from end to end of a cluster on the track", false),
    /** Longest of them in y. */
    MAXDEPTHY("maxdepthy", "", "most steps in y from end to end of a cluster on the track", false),
    /** Longest of them in z. */
    MAXDEPTHZ("maxdepthz", "", "most steps in z from end to end of a cluster on the track", false),
    /** eclumax/ncellmax. */
    EPERCELL("epercell", "GeV", "eclumax over ncellmax", false),
    /** Mean number of cells of a cluster on the track. */
    AVGCELLS("avgcells", "", "mean number of cells of a cluster on the track", false),
    /** Number of clusters off the track. */
    NCLU1("nclu1", "", "clusters off the track", false),
    /** Most cells of one of them. */
    NCELLMAX1("ncellmax1", "", "most cells of a cluster off the track", false),
    /** Most energy of one of them. */
    ECLUMAX1("eclumax1", "GeV", "most energy of a cluster off the track", false),
    /** eclumax1/ncellmax1. */
    EPERCELL1("epercell1", "GeV", "eclumax1 over ncellmax1", false),
    /** Mean number of cells of a cluster off the track. */
    AVGCELLS1("avgcells_off_trk", "", "mean number of cells of a cluster off the track", false),
    /** ΣE·y of all cells and, once more, of the cells above. */
    YMOM("ymom", "GeV mm", "moment of the energy in y, cells above 0.1 GeV counted twice", true),
    /** ΣE·x of all cells and, once more, of the cells above. */
    XMOM("xmom", "GeV mm", "moment of the energy in x, cells above 0.1 GeV counted twice", true),
    /** The momentum by the bending between both halves, see {@link Bending}. */
    EMEAS("emeas", "GeV", "charge times momentum from the bending between both halves, at 2 T", true),
    /** Largest ΣE of 3 × 3 × 3 cells. */
    MAXSUM("maxsum", "GeV", "most energy in 3 x 3 x 3 cells", false),
    /** ΣE of the cells of no more than 0.01 GeV. */
    EB1("eb1", "GeV", "energy in cells up to 0.01 GeV", false),
    /** ΣE of the cells of more than 0.01 GeV and no more than 0.1 GeV. */
    EA1("ea1", "GeV", "energy in cells from 0.01 to 0.1 GeV", false),
    /** |emeas|. */
    EMEAS_SIZE("emeasSize", "GeV", "momentum from the bending between both halves, at 2 T", false);

    private static final double SHIFT = 1e-3;

    private final String column;
    private final String unit;
    private final String description;
    private final boolean signed;

    HighLevelFeature(String column, String unit, String description, boolean signed) {
        this.column = column;
        this.unit = unit;
        this.description = description;
        this.signed = signed;
    }

    /** Its name as a column. */
    public String column() {
        return column;
    }

    /** Its description as a column. */
    public ColumnSpec spec() {
        return ColumnSpec.of(column, ColumnType.FLOAT, unit, description, ColumnRole.FEATURE);
    }

    /**
     * The value as a network takes it, for the features span many orders of magnitude: ln(x + 10⁻³), and for those of
     * either sign ±ln(1 + |x|).
     */
    public double compressed(double value) {
        return signed ? Math.copySign(Math.log1p(Math.abs(value)), value) : Math.log(value + SHIFT);
    }
}
