package org.convergence.plan.volunteering.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.volunteering.SignUpId;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock.LetterParagraph;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Confirms a task to the person who took it. The letter holds nothing that she typed, since anyone can type any address. */
@Component
record VolunteeringLetterSender(Outbox outbox, LetterStatusService statuses, OrganisationSettings settings) {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "volunteering_taken";

    void confirm(UUID signUp, String mail, Words t) {
        outbox.post(new Letter(
                        mail,
                        t.say("public.volunteering.letter.subject"),
                        LetterContent.of(
                                t,
                                List.of(
                                        new LetterParagraph("[[task]]"),
                                        new LetterParagraph(t.say(
                                                "public.volunteering.letter.otherwise",
                                                settings.current().name())))),
                        NAME,
                        new Letter.Completion(NAME, signUp))
                .regarding(NAME, signUp));
    }

    void withholdUntrue(Collection<UUID> signUps) {
        statuses.withholdUntrue(signUps);
    }

    Map<UUID, LetterStatus> findStatuses(Collection<SignUpId> signUps) {
        return statuses.findByRecords(
                NAME, signUps.stream().map(SignUpId::value).toList());
    }

    /** Names the task and its day when the letter leaves; none leaves for a place given back, or a task of the past. */
    @Component
    record VolunteeringLetterCompleter(JdbcClient db, PublicLanguages languages, OrganisationSettings settings)
            implements BodyCompleter {

        private record TakenTask(
                String what,
                LocalDate dueOn,
                SignUpState state,
                @Nullable String language) {}

        @Override
        public String name() {
            return NAME;
        }

        private TakenTask find(UUID signUp) {
            return db.sql("""
                            SELECT k.what, k.due_on, s.state, s.language
                              FROM plan.volunteering_sign_up s JOIN plan.volunteering_task k ON k.id = s.task WHERE s.id = ?""")
                    .param(signUp)
                    .query(RecordMapper.of(TakenTask.class))
                    .single();
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            TakenTask it = find(letter.subject());
            if (it.state() != SignUpState.TAKEN) {
                return Optional.of("volunteering.letter.withheld." + it.state());
            }
            return it.dueOn().isBefore(settings.today())
                    ? Optional.of("volunteering.letter.withheld.past")
                    : Optional.empty();
        }

        @Override
        public Map<String, String> complete(UUID signUp) {
            TakenTask it = find(signUp);
            return Map.of(
                    "task",
                    languages.wordsFor(it.language()).say("public.volunteering.letter.text", it.what(), it.dueOn()));
        }
    }
}
