package org.convergence.directory.people.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.text.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * API answers for merged and changed records: a merged record leads to the kept one, and an edit conflict contains the
 * present state.
 */
abstract class DirectoryApi {

    private final AliasRepository aliases;

    DirectoryApi(AliasRepository aliases) {
        this.aliases = aliases;
    }

    /** A record was merged into another. */
    static final class RecordReplacedException extends RuntimeException {

        private final UUID kept;

        RecordReplacedException(UUID kept) {
            super("replaced");
            this.kept = kept;
        }
    }

    /** A record was changed since the given version. */
    static final class RecordChangedException extends RuntimeException {

        private final transient Object present;

        RecordChangedException(EditConflict conflict, Object present) {
            super(conflict);
            this.present = present;
        }
    }

    /** Reads a record; a merged one is reported with the id of the kept one. */
    <T> T readOrRedirect(UUID id, Function<UUID, T> read) {
        try {
            return read.apply(id);
        } catch (NotFound gone) {
            Optional<UUID> kept = aliases.findKeptId(id);
            throw kept.isPresent() ? new RecordReplacedException(kept.get()) : gone;
        }
    }

    /** Changes a record and reads it; an edit conflict is reported with the present state. */
    <T> T changeAndRead(UUID id, Function<UUID, T> read, Runnable change) {
        return readOrRedirect(id, each -> {
            try {
                change.run();
                return read.apply(each);
            } catch (EditConflict conflict) {
                throw new RecordChangedException(conflict, read.apply(each));
            }
        });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> replaced(RecordReplacedException replaced, Words t) {
        ProblemDetail problem =
                problem(HttpStatus.GONE, t.say("people.api.replaced"), t.say("people.api.replaced.text"));
        problem.setProperty("replacedBy", replaced.kept);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedSince(RecordChangedException changed, Words t) {
        ProblemDetail problem =
                problem(HttpStatus.CONFLICT, t.say("shell.failure.conflict.title"), t.say("people.api.changed"));
        problem.setProperty("present", changed.present);
        return answer(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
