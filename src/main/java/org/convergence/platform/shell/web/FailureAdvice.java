package org.convergence.platform.shell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.shell.CurrentShell;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Shell;
import org.convergence.platform.text.CurrentWords;
import org.convergence.platform.text.LoggableException;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that converts exceptions to responses, whether thrown by a controller or by the server. A response has
 * the form of the request: a page, a fragment for htmx, or problem+json (RFC 9457).
 */
@ControllerAdvice
@org.springframework.stereotype.Controller
class FailureAdvice implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(FailureAdvice.class);

    /** The kinds whose page text makes no sense to an API client. */
    private static final Set<String> FOR_PROGRAMS =
            Set.of("forbidden", "missing", "method", "conflict", "large", "request", "format", "type", "stale");

    private static final int MOST_CAUSES = 20;

    private final TemplateEngine templates;
    private final ShellFactory frames;
    private final JsonMapper json;
    private final RouteNames routes;
    private final SecureRandom random = new SecureRandom();

    FailureAdvice(TemplateEngine templates, ShellFactory frames, JsonMapper json, RouteNames routes) {
        this.templates = templates;
        this.frames = frames;
        this.json = json;
        this.routes = routes;
    }

    /** A visitor without permission is sent to sign in by the security chain; every other failure is handled here. */
    @ExceptionHandler(Exception.class)
    void handle(Exception cause, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (cause instanceof AccessDeniedException
                && !(cause instanceof CsrfException)
                && !CurrentActor.get().isKnown()) {
            throw cause;
        }
        if (!CurrentActor.get().isKnown() && isNoRouteOfApi(cause, request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            respond(Failure.ofStatus(401), request, response);
            return;
        }
        if (cause instanceof HttpRequestMethodNotSupportedException && isPageOfPerson(request)) {
            // For instance after a new sign-in, or from the history of the browser.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, routes.nearestAbove(request.getRequestURI()));
            return;
        }
        respond(cause, request, response);
    }

    /** Whether Spring found no route for the method or the formats, so that no permission was asked for. */
    private static boolean isNoRouteOfApi(Exception cause, HttpServletRequest request) {
        return RequestKind.isApi(RequestKind.path(request))
                && cause instanceof ServletException
                && cause instanceof ErrorResponse known
                && known.getStatusCode().value() != 404;
    }

    private static boolean isPageOfPerson(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !RequestKind.isByProgram(request)
                && !RequestKind.wantsFragment(request)
                && SeeOther.isLocal(request.getRequestURI());
    }

    @Open("Reports errors to anyone")
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (cause instanceof IOException && status < 500) {
            // The server read the body until the connection broke, or until it made no sense.
            log.info("The body of {} did not arrive in full", routes.of(request));
        } else if (cause instanceof Throwable thrown) {
            respond(thrown, request, response);
            return;
        }
        respond(Failure.ofStatus(status), request, response);
    }

    /** Responds to an exception; a server fault gets a reference number and is logged with it. */
    private void respond(Throwable cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isReaderGone(cause)) {
            log.debug("The reader left before the end of {}", routes.of(request));
            return;
        }
        Failure failure = RequestKind.isByProgram(request) ? Failure.forProgram(cause) : Failure.of(cause);
        if (failure.kind().equals("busy")) {
            log.warn("Too busy for {}", routes.of(request));
            response.setHeader("Retry-After", "10");
        } else if (failure.status() >= 500 && !failure.kind().equals("often")) {
            String reference = reference();
            log.error("Fault {} at {}", reference, routes.of(request), LoggableException.of(cause));
            failure = failure.withReference(reference);
        } else if (Failure.isUnfit(cause)) {
            log.warn("The database refused {}", routes.of(request), LoggableException.of(cause));
        }
        if (cause instanceof ErrorResponse known && !response.isCommitted()) {
            // For instance the methods that an address supports.
            known.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        respond(failure, request, response);
    }

    /** Whether the connection to the reader was closed, for instance by a broken-off download: nobody can be answered. */
    private static boolean isReaderGone(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(
                        each -> each instanceof ClientAbortException || each instanceof AsyncRequestNotUsableException);
    }

    private void respond(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(failure.status());
        if (RequestKind.isByProgram(request)) {
            problem(failure, request, response);
        } else if (RequestKind.wantsFragment(request)) {
            write("platform/shell/trouble.jte", words(failure, request), failure, request, response);
        } else if (failure.kind().equals("often") && failure.reason() != null) {
            write("platform/shell/limited.jte", frames.publicWords(request), failure, request, response);
        } else {
            write("platform/shell/failure.jte", words(failure, request), failure, request, response);
        }
    }

    private void write(
            String template, Words t, Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        Shell shell = shell(failure, request, response);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", failure);
        if (template.endsWith("/failure.jte")) {
            parameters.put("back", previousPage(request));
            parameters.put("action", RequestKind.path(request));
            parameters.put("unsent", unsent(failure, request));
        }
        CurrentWords.run(t, () -> CurrentShell.run(shell, () -> templates.render(template, parameters, output)));
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** What was typed, by field, to be sent again with one button; empty where nothing was, or files were chosen. */
    private static Map<String, List<String>> unsent(Failure failure, HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (failure.status() == 503
                && request.getMethod().equals("POST")
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        }
        return fields;
    }

    /** The page whose button was pressed; {@code null} if it is unknown or of another site. */
    private static @Nullable String previousPage(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        if (referrer == null || !request.getMethod().equals("POST")) {
            return null;
        }
        try {
            URI page = new URI(referrer);
            String url = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return request.getServerName().equals(page.getHost()) && SeeOther.isLocal(url) ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Where the database did not answer in time, it is not asked again for the page that says so. */
    private Words words(Failure failure, HttpServletRequest request) {
        return failure.status() == 503 ? frames.plainWords(request) : frames.words(request);
    }

    /** The usual frame, unless the frame itself fails. */
    private Shell shell(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure.status() == 503) {
            return frames.plainShell(request);
        }
        try {
            return frames.shell(request, response);
        } catch (RuntimeException broken) {
            return frames.plainShell(request);
        }
    }

    private void problem(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words t = words(failure, request);
        String message = (FOR_PROGRAMS.contains(failure.kind()) ? "shell.problem." : "shell.failure.") + failure.kind();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", t.say(message + ".title"));
        body.put("status", failure.status());
        body.put(
                "detail",
                failure.reason() == null
                        ? t.say(message + ".text")
                        : t.say(failure.reason(), failure.arguments().toArray()));
        if (failure.reference() != null) {
            body.put("reference", failure.reference());
        }
        if (!failure.fields().isEmpty()) {
            body.put(
                    "errors",
                    failure.fields().stream().map(field -> field(field, t)).toList());
        }
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private static Map<String, String> field(Form.FieldProblem problem, Words t) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("field", problem.field() == null ? "" : problem.field());
        error.put("detail", t.say(problem.key(), problem.arguments().toArray()));
        return error;
    }

    private String reference() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }
}
