package org.convergence.platform.table;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files in which a table goes out. */
public enum TableFormat {
    /** Text whose cells are separated by a semicolon in French, by a comma elsewhere, as the spreadsheets expect. */
    CSV("text/csv; charset=UTF-8", "csv"),
    /** A workbook of Excel, with one sheet. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** That whose files end so. */
    public static Optional<TableFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(each -> each.extension.equals(extension))
                .findFirst();
    }

    /** The type that is sent with the file. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of the file's name, without a point. */
    public String extension() {
        return extension;
    }
}
