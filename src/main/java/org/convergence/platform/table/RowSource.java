package org.convergence.platform.table;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, blank ones too. */
interface RowSource extends Closeable {

    /**
     * The next row; {@code null} after the last.
     *
     * @throws UnreadableTable if the file is damaged or a cell is too long
     */
    @Nullable
    TableRow next();
}
