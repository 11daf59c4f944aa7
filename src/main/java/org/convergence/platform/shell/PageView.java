package org.convergence.platform.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A controller's response: a template by its path below {@code src/main/jte}, and its page record. Every template can
 * declare {@code page}; {@code shell} and {@code t} are those of {@link
 * CurrentShell} and {@link org.convergence.platform.text.CurrentWords}.
 */
public final class PageView {

    /** The model attribute with the template of the fragment that htmx requests at the same address. */
    public static final String FRAGMENT = "org.convergence.fragment";

    private PageView() {}

    /** A whole page. */
    public static ModelAndView of(String view, Object page) {
        return new ModelAndView(view, "page", page);
    }

    /** A part of a page, for htmx: its template takes {@code page}. */
    public static ModelAndView fragment(String view, Object page) {
        return of(view, page);
    }

    /**
     * The page, or for a request of htmx at the same address, the part of it that changes. Both show the same record.
     */
    public static ModelAndView pageOrFragment(String view, String fragment, Object page) {
        return of(view, page).addObject(FRAGMENT, fragment);
    }

    /** A form shown again with its values and problems (422). */
    public static ModelAndView withErrors(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }
}
