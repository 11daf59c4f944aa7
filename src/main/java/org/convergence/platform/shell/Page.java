package org.convergence.platform.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a controller answers: a template by its path below {@code src/main/jte}, and the page record that it shows. Every
 * template is given {@code shell}, {@code t} and {@code page}; it declares those that it needs.
 */
public final class Page {

    /** The model's name for the template of the part that htmx asks for at the same address. */
    public static final String FRAGMENT = "org.convergence.fragment";

    private Page() {}

    /** A whole page. */
    public static ModelAndView of(String view, Object page) {
        return new ModelAndView(view, "page", page);
    }

    /** A part of a page, for htmx: its template takes {@code t} and {@code page}. */
    public static ModelAndView fragment(String view, Object page) {
        return of(view, page);
    }

    /** The page, or where htmx asks at the same address, the part of it that changes. Both show the same record. */
    public static ModelAndView either(String view, String fragment, Object page) {
        return of(view, page).addObject(FRAGMENT, fragment);
    }

    /** A form shown again with what was typed and what is wrong with it (422). */
    public static ModelAndView again(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }
}
