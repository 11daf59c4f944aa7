package org.convergence.platform.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** The one place that converts exceptions to responses, whether thrown by a controller or by the server. */
@ControllerAdvice
@org.springframework.stereotype.Controller
class FailureAdvice implements ErrorController {

    private final FailureWriter failures;

    FailureAdvice(FailureWriter failures) {
        this.failures = failures;
    }

    /** A visitor without permission is sent to sign in by the security chain; every other failure is handled here. */
    @ExceptionHandler(Exception.class)
    void handle(Exception cause, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (cause instanceof AccessDeniedException
                && !(cause instanceof CsrfException)
                && !CurrentActor.get().isKnown()) {
            throw cause;
        }
        failures.respond(cause, request, response);
    }

    @Open("Reports errors to anyone")
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (cause instanceof Throwable thrown) {
            failures.respond(thrown, request, response);
            return;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        failures.respond(Failure.ofStatus(status instanceof Integer code ? code : 404), request, response);
    }
}
