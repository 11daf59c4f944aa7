package org.convergence.resources.grant.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.platform.text.PastedQuestions.PastedQuestion;
import org.convergence.resources.grant.GrantAnswerId;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantAnswer.AnswerContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds questions and writes answers. Each answer has its own version: people who write different answers of one
 * application never conflict.
 */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class GrantAnswerService {

    private final GrantAnswerRepository repository;
    private final JdbcClient db;

    GrantAnswerService(GrantAnswerRepository repository, JdbcClient db) {
        this.repository = repository;
        this.db = db;
    }

    /** @throws NotFound if there is no such answer */
    @Transactional(readOnly = true)
    @Requires(GrantPermissions.READ)
    public GrantAnswer findById(GrantAnswerId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("grant-answer"));
    }

    /**
     * Adds questions after the present ones.
     *
     * @throws Refused if the application is no longer being written, or would have too many questions
     */
    @Transactional(label = "grant.add-questions")
    public void addQuestions(GrantApplicationId application, List<PastedQuestion> questions) {
        requireDraft(application, " FOR UPDATE");
        int last = db.sql("SELECT coalesce(max(position), 0) FROM resources.grant_answer WHERE application = ?")
                .param(application.value())
                .query(Integer.class)
                .single();
        if (last + questions.size() > PastedQuestions.MOST) {
            throw new Refused("grant.refused.many-questions", PastedQuestions.MOST);
        }
        for (PastedQuestion each : questions) {
            last++;
            AnswerLimit limit = each.limit();
            repository.save(GrantAnswer.create(
                    application,
                    last,
                    new AnswerContent(
                            each.text(),
                            limit == null ? null : limit.most(),
                            limit == null ? null : limit.unit(),
                            null,
                            "")));
        }
    }

    /**
     * Writes an answer, its question, its limit or its writer.
     *
     * @param version the version on which the form was opened
     * @throws org.convergence.platform.database.EditConflict if this answer was changed meanwhile
     */
    @Transactional(label = "grant.write-answer")
    public void write(GrantAnswerId id, int version, AnswerContent content) {
        GrantAnswer before = hold(id, version);
        GrantAnswer now = before.withContent(content);
        if (!now.equals(before)) {
            OptimisticLock.save(repository, now, GrantAnswer.TABLE, before.id(), before.version());
        }
    }

    /** Removes a question with its answer. */
    @Transactional(label = "grant.remove-question")
    public void remove(GrantAnswerId id, int version) {
        repository.delete(hold(id, version));
    }

    private GrantAnswer hold(GrantAnswerId id, int version) {
        requireDraft(findById(id).application(), " FOR SHARE");
        GrantAnswer answer = repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("grant-answer"));
        OptimisticLock.requireSameVersion(GrantAnswer.TABLE, answer.id(), version, answer.version());
        return answer;
    }

    /** Locks the application, so that it is not approved between this check and the end of the transaction. */
    private void requireDraft(GrantApplicationId application, String lock) {
        UUID id = application.value();
        Optional<String> state = db.sql("SELECT state FROM resources.grant_application WHERE id = ?" + lock)
                .param(id)
                .query(String.class)
                .optional();
        if (state.isEmpty()) {
            throw new NotFound("grant-application");
        }
        if (!state.get().equals(GrantApplicationState.DRAFT.name())) {
            throw new Refused("grant.refused.state." + state.get());
        }
    }
}
