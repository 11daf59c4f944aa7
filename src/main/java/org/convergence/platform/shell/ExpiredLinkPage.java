package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.convergence.platform.text.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page of a secret link that opens nothing: it says how to get another. */
public record ExpiredLinkPage(Words words) implements TranslatedPage {

    /** The page, or its text for a request of htmx, with status 404. */
    public static ModelAndView show(HttpServletRequest request, Words t) {
        boolean part = request.getHeader("HX-Request") != null;
        ModelAndView page =
                PageView.of(part ? "platform/shell/gone-part" : "platform/shell/gone", new ExpiredLinkPage(t));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
