package org.convergence.platform.shell.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * A failure as shown to people: a kind (the messages {@code shell.failure.KIND.title} and {@code .text}), or the
 * message of the rule that refused.
 *
 * @param status HTTP status
 * @param reason message of the rule that refused, {@code null} if the kind says it all
 * @param reference number of a server fault in the log
 * @param fields the problems of an API request's fields; empty otherwise
 */
public record Failure(
        int status,
        String kind,
        @Nullable String reason,
        List<Object> arguments,
        @Nullable String reference,
        List<Form.FieldProblem> fields) {

    /** PostgreSQL's SQL state. */
    private static final String DISK_FULL = "53100";

    private static final List<String> NO_TEXT = List.of("22021", "22P05");

    /** A foreign key, a check, a text too long, a number too large. */
    private static final List<String> UNFIT = List.of("23503", "23514", "22001", "22003");

    /** A statement, or its wait for a lock, exceeded the time-out of pages. */
    private static final List<String> TOO_SLOW = List.of("57014", "55P03");

    /** As {@link #of}; a parameter or a part that is missing or cannot be read is named, as programs need. */
    static Failure forProgram(Throwable cause) {
        Form.FieldProblem parameter = findParameterProblem(cause);
        if (parameter != null) {
            return of(new FieldsRefused(List.of(parameter)));
        }
        // Spring says so of a request that should have files and is no multipart one.
        return cause.getClass() == MultipartException.class && cause.getCause() == null ? ofStatus(415) : of(cause);
    }

    private static Form.@Nullable FieldProblem findParameterProblem(Throwable cause) {
        if (cause instanceof MissingServletRequestPartException part) {
            return new Form.FieldProblem(part.getRequestPartName(), "shell.form.required", List.of());
        }
        if (cause instanceof MissingServletRequestParameterException parameter) {
            return new Form.FieldProblem(parameter.getParameterName(), "shell.form.required", List.of());
        }
        if (cause instanceof MethodArgumentTypeMismatchException wrong
                && wrong.getParameter().hasParameterAnnotation(RequestParam.class)) {
            Class<?> type = wrong.getParameter().getParameterType();
            String key = type == LocalDate.class
                    ? "shell.json.date"
                    : type == UUID.class ? "shell.json.id" : "shell.form.choice";
            return new Form.FieldProblem(wrong.getName(), key, List.of());
        }
        return null;
    }

    static Failure of(Throwable cause) {
        if (cause instanceof NotFound || cause instanceof MethodArgumentTypeMismatchException) {
            return ofStatus(404);
        }
        if (cause instanceof Refused refused) {
            return new Failure(422, "refused", refused.messageKey(), List.of(refused.arguments()), null, List.of());
        }
        if (cause instanceof HttpMessageNotReadableException) {
            return of(JsonRequestReader.notAnObject());
        }
        if (cause instanceof FieldsRefused wrong) {
            List<Object> count = List.of(wrong.problems().size());
            return new Failure(422, "refused", "shell.json.fields", count, null, wrong.problems());
        }
        if (cause instanceof TooManyAttempts limit) {
            int status = limit.getStatusCode().value();
            return new Failure(status, "often", limit.messageKey(), List.of(limit.minutes()), null, List.of());
        }
        if (cause instanceof EditConflict) {
            return ofStatus(409);
        }
        if (cause instanceof CsrfException) {
            return new Failure(403, "stale", null, List.of(), null, List.of());
        }
        if (cause instanceof AccessDeniedException) {
            return ofStatus(403);
        }
        if (isDiskFull(cause)) {
            return ofStatus(507);
        }
        if (isNoText(cause)) {
            return ofStatus(400);
        }
        if (isUnfit(cause)) {
            return new Failure(422, "refused", "shell.failure.unfit", List.of(), null, List.of());
        }
        if (isBusy(cause)) {
            return new Failure(503, "busy", null, List.of(), null, List.of());
        }
        // Two concurrent transactions conflicted, and one of them was rolled back.
        if (cause instanceof ConcurrencyFailureException) {
            return ofStatus(409);
        }
        // In the last case the connection died before the transaction could be rolled back.
        if (cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException) {
            return ofStatus(503);
        }
        // A malformed body is the sender's fault; one that is too large is reported below.
        if (cause instanceof MultipartException && !(cause instanceof ErrorResponse)) {
            return ofStatus(400);
        }
        // Tomcat could not parse the form, most often because its files are too large.
        if (cause instanceof InvalidParameterException unreadable) {
            return ofStatus(unreadable.getErrorCode());
        }
        if (cause instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return ofStatus(known.getStatusCode().value());
        }
        return ofStatus(500);
    }

    /** Whether the database took too long, or no connection was free in time. */
    private static boolean isBusy(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException none && none.getCause() == null) {
                return true;
            }
            if (cause instanceof SQLException sql && TOO_SLOW.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the request contained a character that the database cannot store. */
    private static boolean isNoText(Throwable thrown) {
        return isRefusedFor(thrown, NO_TEXT);
    }

    /** Whether the request named a record that does not exist, or a value outside of what the database stores. */
    static boolean isUnfit(Throwable thrown) {
        return isRefusedFor(thrown, UNFIT);
    }

    private static boolean isRefusedFor(Throwable thrown, List<String> states) {
        return thrown instanceof DataIntegrityViolationException wrong
                && wrong.getMostSpecificCause() instanceof SQLException refused
                && states.contains(String.valueOf(refused.getSQLState()));
    }

    /** Whether the disk of the database or of the temporary files is full. */
    private static boolean isDiskFull(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean database = cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState());
            if (database
                    || (cause instanceof IOException
                            && String.valueOf(cause.getMessage()).contains("No space left"))) {
                return true;
            }
        }
        return false;
    }

    static Failure ofStatus(int status) {
        String kind =
                switch (status) {
                    case 401 -> "unknown";
                    case 403 -> "forbidden";
                    case 404, 410 -> "missing";
                    case 405 -> "method";
                    case 406 -> "format";
                    case 409 -> "conflict";
                    case 413 -> "large";
                    case 415 -> "type";
                    case 422 -> "refused";
                    case 429 -> "often";
                    case 503 -> "away";
                    case 507 -> "full";
                    default -> status >= 500 ? "fault" : "request";
                };
        return new Failure(status, kind, null, List.of(), null, List.of());
    }

    Failure withReference(String number) {
        return new Failure(status, kind, reason, arguments, number, fields);
    }
}
