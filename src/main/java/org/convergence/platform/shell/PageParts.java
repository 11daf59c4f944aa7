package org.convergence.platform.shell;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.convergence.platform.text.CurrentWords;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Parts of pages that one module contributes to another's page: a template with its page record, as content that the
 * other's template includes.
 */
@Component
public class PageParts {

    private final TemplateEngine templates;

    PageParts(TemplateEngine templates) {
        this.templates = templates;
    }

    /** The template (it takes {@code page}), rendered when the page is. */
    public Content render(String view, Words t, Object page) {
        return output -> CurrentWords.run(t, () -> templates.render(view + ".jte", Map.of("page", page), output));
    }
}
