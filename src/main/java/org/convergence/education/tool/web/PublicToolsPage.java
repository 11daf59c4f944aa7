package org.convergence.education.tool.web;

import java.util.List;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;

/**
 * The page from which anyone downloads tools.
 *
 * @param isGone whether the edition that was asked for is no longer offered
 */
public record PublicToolsPage(
        Words words, String us, String address, List<Option> languages, boolean isGone, List<PublicTool> tools)
        implements TranslatedPage {

    /** A tool, with its editions. */
    public record PublicTool(String title, String detail, String description, List<EditionFile> editions) {}

    /** An edition, and where it is downloaded. */
    public record EditionFile(String label, String detail, String url) {}
}
