package org.convergence.platform.table;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** A file that gives its rows, one after the other, blank ones too. */
interface RowSource extends Closeable {

    /**
     * The next row; {@code null} after the last.
     *
     * @throws UnreadableTable if the file does not hold together or a cell is too long
     */
    @Nullable
    TableRow next();
}
