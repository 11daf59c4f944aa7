package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.web.servlet.ModelAndView;

/**
 * One request to a public page, with the language that its visitor reads and the protection of its forms. A controller
 * takes it as a parameter.
 */
public final class PublicVisit {

    /** The parameter of an address that holds the language chosen on the page. */
    private static final String LANGUAGE = "in";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final PublicFormGuard guard;
    private final PublicLanguages languages;

    PublicVisit(
            HttpServletRequest request,
            HttpServletResponse response,
            PublicFormGuard guard,
            PublicLanguages languages) {
        this.request = request;
        this.response = response;
        this.guard = guard;
        this.languages = languages;
    }

    public HttpServletRequest request() {
        return request;
    }

    public HttpServletResponse response() {
        return response;
    }

    /** The messages in the language chosen on the page, else in the browser's. */
    public Words words() {
        return words(List.of());
    }

    /**
     * The messages in the language chosen on the page, else in the person's first supported one, else in the browser's.
     *
     * @param hers codes of the person's known languages, the preferred one first
     */
    public Words words(List<String> hers) {
        return languages.wordsFor(request.getParameter(LANGUAGE), hers, request);
    }

    /** The other languages of the page, each named in itself. */
    public List<Option> otherOptions(Words t) {
        return languages.otherOptions(t);
    }

    /** {@link PublicFormGuard#open(HttpServletRequest, HttpServletResponse)} for this request. */
    public void open() {
        guard.open(request, response);
    }

    /** {@link PublicFormGuard#countOpening} for this request. */
    public void countOpening() {
        guard.countOpening(request);
    }

    /** {@link PublicFormGuard#open(String, HttpServletRequest, HttpServletResponse, Supplier)} for this request. */
    public <T> T open(String secret, Supplier<T> find) {
        return guard.open(secret, request, response, find);
    }

    /** {@link PublicFormGuard#openShared} for this request. */
    public <T> T openShared(String secret, Supplier<T> find) {
        return guard.openShared(secret, request, response, find);
    }

    /** {@link PublicFormGuard#shield(String, HttpServletRequest)} for this request. */
    public FormShield shield(String form) {
        return guard.shield(form, request);
    }

    /** {@link PublicFormGuard#submit} for this request. */
    public <T> ModelAndView submit(
            String form,
            Form typed,
            Function<FormValues, T> read,
            Function<T, ModelAndView> act,
            Supplier<ModelAndView> again) {
        return guard.submit(form, request, response, typed, read, act, again);
    }
}
