package org.convergence.platform.table;

import java.util.Arrays;
import java.util.Optional;

/** The file formats of exported tables. */
public enum TableFormat {
    /** Text whose cells are separated by a semicolon in French, by a comma otherwise, as spreadsheets expect. */
    CSV("text/csv; charset=UTF-8", "csv"),
    /** A workbook of Excel, with one sheet. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The format with a file extension. */
    public static Optional<TableFormat> findByExtension(String extension) {
        return Arrays.stream(values())
                .filter(each -> each.extension.equals(extension))
                .findFirst();
    }

    /** The media type of the file. */
    public String mediaType() {
        return mediaType;
    }

    /** The file extension, without a point. */
    public String extension() {
        return extension;
    }
}
