package org.convergence.platform.imports.web;

import java.util.List;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.imports.ImportService;
import org.springframework.stereotype.Component;

/** The services used by the pages of every kind of import. */
@Component
public class ImportControllerSupport {

    private final ImportService imports;
    private final ImportQueries board;
    private final ImportPageAssembler pages;

    ImportControllerSupport(ImportService imports, ImportQueries board, ImportPageAssembler pages) {
        this.imports = imports;
        this.board = board;
        this.pages = pages;
    }

    ImportService imports() {
        return imports;
    }

    ImportQueries board() {
        return board;
    }

    /** The first rows of a file, as samples of the columns. */
    public List<List<String>> samples(ImportFile file) {
        return board.samples(file);
    }

    ImportPageAssembler pages() {
        return pages;
    }
}
