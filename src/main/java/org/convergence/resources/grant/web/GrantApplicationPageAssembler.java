package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.SecondLookParts;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.RecordOrigins;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantApplication;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationApproval;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationOutcome;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationSubmission;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationQueries.AnswerRow;
import org.convergence.resources.grant.domain.GrantApplicationState;
import org.convergence.resources.grant.domain.GrantCallFacts;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantCallService;
import org.convergence.resources.grant.domain.GrantCallStage;
import org.convergence.resources.grant.domain.GrantLetter;
import org.convergence.resources.grant.domain.GrantLetterService;
import org.convergence.resources.grant.domain.RequestedLine;
import org.convergence.resources.grant.web.GrantApplicationPage.AnswerItem;
import org.convergence.resources.grant.web.GrantApplicationPage.BudgetItem;
import org.convergence.resources.grant.web.GrantApplicationPage.LetterItem;
import org.convergence.resources.grant.web.GrantCallPage.CallFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an application. */
@Component
record GrantApplicationPageAssembler(
        GrantCallService calls,
        GrantCallQueries callQueries,
        GrantApplicationQueries queries,
        PartyChooser chooser,
        OrganisationSettings settings,
        RecordOrigins origins,
        SecondLookParts looks,
        GrantLetterService letters) {

    GrantApplicationPage assemble(GrantApplication application, Words t) {
        GrantCallFacts call = calls.findById(application.call()).facts();
        Instant closesAt = call.closesAt();
        List<AnswerRow> answers = queries.findAnswers(application.typedId());
        List<RequestedLine> budget = queries.findBudget(application.typedId());
        ApplicationSubmission submission = application.submission();
        long written = answers.stream().filter(each -> !each.body().isBlank()).count();
        return new GrantApplicationPage(
                GrantApplicationPage.url(application.typedId()),
                application.version(),
                application.title(),
                GrantCallPage.url(application.call()),
                name(call.funder().value()),
                closesAt == null
                        ? t.say("grant.call.no-deadline." + call.door())
                        : GrantFormatter.deadline(
                                closesAt, call.zone(), settings.current().zone(), t),
                application.state(),
                t.say(application.state().key()),
                facts(application, call, t),
                queries.findAgreement(application.typedId())
                        .map(AgreementPage::url)
                        .orElse(null),
                submission == null || submission.file() == null ? null : "/platform/document/" + submission.file(),
                t.say("grant.answers.progress", written, answers.size()),
                (application.state() == GrantApplicationState.DRAFT
                                || application.state() == GrantApplicationState.APPROVED)
                        && callQueries.findById(application.call()).stage() == GrantCallStage.MISSED,
                written == answers.size() ? null : t.say("grant.application.empty", answers.size() - written),
                answers.stream().map(each -> item(each, t)).toList(),
                budget.stream().map(each -> item(each, call.currency(), t)).toList(),
                budget.isEmpty() ? null : totals(budget, call.currency(), t),
                CurrentActor.get().may(GrantPermissions.EDIT),
                application.state() == GrantApplicationState.DRAFT
                        && CurrentActor.get().may(GrantPermissions.DECIDE),
                application.state() == GrantApplicationState.DRAFT
                        && application.askedOn() == null
                        && CurrentActor.get().may(GrantPermissions.EDIT),
                origins.find(GrantApplicationPage.url(application.typedId())),
                letters.findByApplication(application.typedId()).stream()
                        .map(each -> item(each, mayAskLetters(application), t))
                        .toList(),
                mayAskLetters(application) ? GrantLetterController.url(application.typedId()) + "/new" : null,
                looks.find("resources.grant", application.id(), t),
                ChangeHistory.of(queries.changes(application.typedId()), "grant", t, (column, value) -> name(value)));
    }

    private List<CallFact> facts(GrantApplication application, GrantCallFacts call, Words t) {
        List<CallFact> facts = new ArrayList<>();
        if (application.askedOn() != null) {
            facts.add(new CallFact(
                    t.say("grant.application.approval"), t.say("grant.application.asked-on", application.askedOn())));
        }
        ApplicationApproval approval = application.approval();
        if (approval != null) {
            String detail = t.say(
                    "grant.application.approved-by",
                    t.say(approval.means().key()),
                    approval.givenOn(),
                    person(approval.givenBy(), t));
            String reference = approval.reference();
            facts.add(new CallFact(
                    t.say("grant.application.approval"), reference == null ? detail : detail + " · " + reference));
        }
        ApplicationSubmission submission = application.submission();
        if (submission != null) {
            Instant closesAt = call.closesAt();
            boolean late = closesAt != null && submission.sentOn().isAfter(LocalDate.ofInstant(closesAt, call.zone()));
            String sent = t.say("grant.application.sent-by", submission.sentOn(), person(submission.sentBy(), t));
            facts.add(new CallFact(
                    t.say("grant.application.submission"),
                    late ? sent + " · " + t.say("grant.application.sent-late") : sent));
            facts.add(new CallFact(
                    t.say("grant.field.submission_confirmation"),
                    submission.confirmation() == null
                            ? t.say("grant.application.no-confirmation")
                            : submission.confirmation()));
        }
        ApplicationOutcome outcome = application.outcome();
        if (outcome != null) {
            BigDecimal amount = outcome.amount();
            facts.add(new CallFact(
                    t.say("grant.application.outcome"),
                    amount == null
                            ? t.say("grant.application.refused-on", outcome.answeredOn())
                            : t.say(
                                    "grant.application.accepted-on",
                                    outcome.answeredOn(),
                                    t.money(amount, call.currency()),
                                    t.period(outcome.startsOn(), outcome.endsOn()))));
            if (outcome.feedback() != null) {
                facts.add(new CallFact(t.say("grant.field.outcome_feedback"), outcome.feedback()));
            }
        }
        return facts;
    }

    private String person(@Nullable PersonId person, Words t) {
        return person == null ? t.say("grant.nobody") : name(person.value());
    }

    private String name(Object id) {
        return chooser.displayName(id.toString());
    }

    private static AnswerItem item(AnswerRow row, Words t) {
        AnswerLimit limit = row.limit();
        return new AnswerItem(
                GrantApplicationPage.url(row.id()),
                row.question(),
                row.body(),
                AnswerLimit.describe(row.body(), limit, t),
                limit != null && limit.left(row.body()) < 0,
                row.writerName(),
                "copy-" + row.id().value());
    }

    private static boolean mayAskLetters(GrantApplication application) {
        return (application.state() == GrantApplicationState.DRAFT
                        || application.state() == GrantApplicationState.APPROVED)
                && CurrentActor.get().may(GrantPermissions.EDIT);
    }

    private LetterItem item(GrantLetter letter, boolean changes, Words t) {
        boolean isLate = letter.isLate(settings.today());
        String detail = letter.receivedOn() != null
                ? t.say("grant.letter.received", letter.receivedOn())
                : letter.dueOn() == null
                        ? t.say("grant.letter.asked", letter.askedOn())
                        : t.say("grant.letter.asked-by", letter.askedOn(), letter.dueOn());
        String state = letter.receivedOn() != null ? "RECEIVED" : isLate ? "LATE" : "ASKED";
        return new LetterItem(
                changes ? GrantLetterController.url(letter) : null,
                letter.organisationName() + " – " + letter.what(),
                detail,
                letter.receivedOn() != null ? Tone.OK : isLate ? Tone.WARN : Tone.AHEAD,
                t.say("grant.letter.state." + state),
                changes && letter.receivedOn() == null ? GrantLetterController.url(letter) + "/received" : null,
                letter.document() == null
                        ? null
                        : "/platform/document/" + letter.document().value());
    }

    private static BudgetItem item(RequestedLine line, String currency, Words t) {
        return new BudgetItem(
                line.label(),
                t.money(line.requested(), currency),
                t.money(line.other(), currency),
                t.money(line.total(), currency));
    }

    private static String totals(List<RequestedLine> budget, String currency, Words t) {
        return t.say(
                "grant.budget.totals",
                t.money(sum(budget, RequestedLine::requested), currency),
                t.money(sum(budget, RequestedLine::other), currency),
                t.money(sum(budget, RequestedLine::total), currency));
    }

    private static BigDecimal sum(List<RequestedLine> budget, Function<RequestedLine, BigDecimal> part) {
        return budget.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
