package org.convergence.platform.imports.web;

import java.util.List;
import org.convergence.platform.imports.ImportBoard;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.Imports;
import org.springframework.stereotype.Component;

/** The services used by the pages of every kind of import. */
@Component
public class ImportDesk {

    private final Imports imports;
    private final ImportBoard board;
    private final ImportPages pages;

    ImportDesk(Imports imports, ImportBoard board, ImportPages pages) {
        this.imports = imports;
        this.board = board;
        this.pages = pages;
    }

    Imports imports() {
        return imports;
    }

    ImportBoard board() {
        return board;
    }

    /** The first rows of a file, as samples of the columns. */
    public List<List<String>> samples(ImportFile file) {
        return board.samples(file);
    }

    ImportPages pages() {
        return pages;
    }
}
