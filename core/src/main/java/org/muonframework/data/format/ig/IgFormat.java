package org.muonframework.data.format.ig;

import java.util.List;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;

/**
 * Events as CMS publishes them for its event display iSpy: a zip archive with one JSON object an event, {@code
 * Events/Run_1/Event_2}, a row each.
 *
 * <p>An object has {@code Types} (the fields of each collection), {@code Collections} (the values) and {@code
 * Associations} (which element of one collection belongs to which of another). The one element of the collection {@code
 * Event} becomes columns of its own names: {@code run}, {@code event}, {@code ls} …. The field {@code pt} of the
 * collection {@code Tracks_V2} becomes the list {@code Tracks_pt}, one of three coordinates the lists {@code
 * Tracks_pos_x}, {@code _y} and {@code _z}; versions are left out, for events of one file may differ in them, and of two
 * in one event the newer one is read. Of an association {@code TrackExtras_V1} the lists {@code TrackExtras_first} and
 * {@code TrackExtras_second} hold the numbers of the elements, from 0. Texts in lists are left out.
 */
public final class IgFormat implements TableFormat {

    private static final String ZIP = "PK\u0003\u0004";

    @Override
    public String name() {
        return "CMS event (ig)";
    }

    @Override
    public List<String> endings() {
        return List.of(".ig");
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.is(ZIP) && start.contains(IgArchive.EVENTS + "Run_");
    }

    @Override
    public TableFile open(InputFile file, ReadOptions options) {
        return IgTable.open(file, options);
    }
}
