package org.muonframework.spi.display;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/**
 * Draws one row of a dataset.
 *
 * <p>It knows a dataset by its columns: where nobody names a display, the framework takes of those that object to
 * nothing the one that reads most columns.
 */
public interface EventDisplay {

    /**
     * Whether it can draw rows of these columns.
     *
     * @return empty if it can, else what it needs: {@code needs pt1, eta1 and phi1}
     */
    Optional<String> objection(Schema columns);

    /**
     * The columns that it reads; no others are found in an {@link Event}.
     *
     * @param columns columns that it can draw
     */
    Set<String> columns(Schema columns);

    /**
     * How an event looks. The caption says what is seen in it; which event it is, the framework says. The name is not
     * used.
     *
     * @throws org.muonframework.spi.problem.DataException for values that cannot be drawn, at {@link Event#place}
     */
    Scene scene(Event event);

    /** Further figures of it, beside the three projections of the scene. Their names are added to that of the event. */
    default List<Figure> figures(Event event) {
        return List.of();
    }
}
