package org.muonframework.dimuon.spinquest.simulation;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** The columns of the simulation: event number, tracks, truth, class. */
final class SpinQuestColumns {

    static final String EVENT = "event";
    static final String SOURCE = "source";
    static final String LABEL = "label";

    private SpinQuestColumns() {}

    static Schema schema() {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.of(EVENT, ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY));
        columns.addAll(TrackColumns.specs());
        columns.addAll(truth());
        columns.add(ColumnSpec.of(
                SOURCE,
                ColumnType.INT,
                "",
                "0 flat in mass and xF, 1 Drell-Yan, 2 J/psi, 3 psi(2S)",
                ColumnRole.TRUTH));
        columns.add(ColumnSpec.of(
                LABEL, ColumnType.INT, "", "region of the vertex, 0 collimator to 4 dump", ColumnRole.LABEL));
        return new Schema(columns, VertexRegion.names());
    }

    /** Vertex and momentum of the pair, which are to be found; what is derived from them; momenta of the muons. */
    static List<ColumnSpec> truth() {
        return List.of(
                truth("vx", "cm", "x of the vertex"),
                truth("vy", "cm", "y of the vertex"),
                truth("vz", "cm", "z of the vertex"),
                truth("px", "GeV", "momentum of the pair along x"),
                truth("py", "GeV", "momentum of the pair along y"),
                truth("pz", "GeV", "momentum of the pair along z"),
                truth("mass", "GeV", "mass of the pair"),
                truth("x1", "", "momentum fraction of the parton in the beam"),
                truth("x2", "", "momentum fraction of the parton in the target"),
                truth("xF", "", "Feynman's x of the pair"),
                truth("cosTheta", "", "cosine of the Collins-Soper angle of the positive muon"),
                truth("phi", "rad", "Collins-Soper azimuth of the positive muon"),
                truth("pt", "GeV", "transverse momentum of the pair"),
                truth("pxPos", "GeV", "momentum of the positive muon at the vertex along x"),
                truth("pyPos", "GeV", "momentum of the positive muon at the vertex along y"),
                truth("pzPos", "GeV", "momentum of the positive muon at the vertex along z"),
                truth("pxNeg", "GeV", "momentum of the negative muon at the vertex along x"),
                truth("pyNeg", "GeV", "momentum of the negative muon at the vertex along y"),
                truth("pzNeg", "GeV", "momentum of the negative muon at the vertex along z"));
    }

    private static ColumnSpec truth(String name, String unit, String description) {
        return ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, ColumnRole.TRUTH);
    }
}
