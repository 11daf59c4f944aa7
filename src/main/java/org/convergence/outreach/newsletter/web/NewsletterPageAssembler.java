package org.convergence.outreach.newsletter.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.secondlook.SecondLookParts;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.SegmentChoice;
import org.convergence.directory.segment.SegmentPermissions;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterNoticeSender;
import org.convergence.outreach.newsletter.domain.NewsletterPreviewService;
import org.convergence.outreach.newsletter.domain.NewsletterQueries;
import org.convergence.outreach.newsletter.domain.NewsletterQueries.NewsletterOutcome;
import org.convergence.outreach.newsletter.domain.NewsletterQueries.OtherOutcome;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.domain.VariantPolicy;
import org.convergence.outreach.newsletter.web.NewsletterPage.BlockTextColumn;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssueBlock;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssueFact;
import org.convergence.outreach.newsletter.web.NewsletterPage.NewsletterOutcomePart;
import org.convergence.outreach.newsletter.web.NewsletterPage.PictureThumbnail;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an issue. */
@Component
record NewsletterPageAssembler(
        NewsletterService newsletters,
        NewsletterPreviewService previews,
        NewsletterQueries queries,
        NewsletterForm forms,
        SegmentAudience audience,
        LetterStatusService letters,
        SendingLimits limits,
        SecondLookParts looks,
        ActionPlans plans) {

    static String title(Newsletter issue, String subject, Words t) {
        String name = subject.isBlank() ? t.say("newsletter.untitled") : subject;
        return issue.number() == null ? name : t.say("newsletter.numbered", String.valueOf(issue.number()), name);
    }

    /** When it leaves, when its sending began, or the day on which another tool sent it; {@code null} for a draft. */
    static @Nullable String moment(Newsletter issue, Words t) {
        Instant at = issue.startedAt() == null ? issue.leavesAt() : issue.startedAt();
        if (issue.sentElsewhere() && issue.recordedOn() != null) {
            return t.date(issue.recordedOn());
        }
        return at == null ? null : t.dateTime(at);
    }

    /** The state of an issue; of one whose letters have left, with the day. */
    static String stateName(Newsletter issue, boolean waits, Words t) {
        if (issue.state() == NewsletterState.SENT && !issue.sentElsewhere() && issue.number() == null) {
            return t.say("newsletter.state.lost");
        }
        return issue.state() == NewsletterState.SENT && !issue.sentElsewhere() && !waits && issue.recordedOn() != null
                ? t.say("newsletter.state.left", issue.recordedOn())
                : t.say(issue.stateKey());
    }

    String title(NewsletterId id, Words t) {
        Newsletter issue = newsletters.findById(id);
        return title(issue, subject(issue, newsletters.findBlocks(id)), t);
    }

    private static String subject(Newsletter issue, List<NewsletterBlock> blocks) {
        return blocks.stream()
                .filter(each -> each.kind() == NewsletterBlockKind.SUBJECT)
                .map(each -> each.title(issue.firstLanguage()))
                .findFirst()
                .orElse("");
    }

    NewsletterPage assemble(NewsletterId id, Form replies, Words t) {
        Newsletter issue = newsletters.findById(id);
        List<NewsletterBlock> blocks = newsletters.findBlocks(id);
        boolean editable = issue.isEditable();
        NewsletterOutcome outcome =
                issue.startedAt() == null && !issue.isWithAnotherTool() ? null : queries.findOutcome(issue);
        if (issue.replies() != null && !replies.filled("replies")) {
            replies.with("replies", issue.replies());
        }
        return new NewsletterPage(
                NewsletterController.url(id),
                title(issue, subject(issue, blocks), t),
                issue.state(),
                stateName(issue, outcome != null && outcome.count(LetterState.WAITING) > 0, t),
                facts(issue, t),
                issue.languages().stream().map(forms::languageName).toList(),
                rows(issue, blocks, t),
                NewsletterBlockKind.ADDED.stream()
                        .map(kind -> Option.of(kind, t.say(kind.key())))
                        .toList(),
                editable ? previews.findObstacles(id).stream().map(t::say).toList() : List.of(),
                notice(issue, t),
                outcome == null ? null : outcome(issue, outcome, t),
                replies,
                issue.archivedAt() != null,
                issue.hasArrived(),
                issue.state() == NewsletterState.HANDED_OVER,
                issue.isWithAnotherTool(),
                editable && CurrentActor.get().may(NewsletterPermissions.WRITE),
                issue.startedAt() != null && CurrentActor.get().may(NewsletterPermissions.WRITE),
                CurrentActor.get().may(NewsletterPermissions.SEND),
                looks.find("outreach.newsletter", id.value(), t));
    }

    /** The audience of an issue, in words. */
    String audience(Newsletter issue, Words t) {
        var segment = issue.segment();
        return segment == null
                ? t.say("newsletter.no-segment")
                : audience.findAll().stream()
                        .filter(each -> each.id().equals(segment))
                        .map(SegmentChoice::name)
                        .findFirst()
                        .orElse("");
    }

    private List<IssueFact> facts(Newsletter issue, Words t) {
        List<IssueFact> facts = new ArrayList<>();
        if (CurrentActor.get().may(SegmentPermissions.READ)) {
            facts.add(new IssueFact(t.say("newsletter.field.segment"), audience(issue, t)));
        }
        facts.add(new IssueFact(
                t.say("newsletter.field.languages"),
                t.list(issue.languages().stream().map(forms::languageName).toList())));
        var action = issue.action();
        if (action != null) {
            plans.findLinesById(List.of(action))
                    .values()
                    .forEach(line -> facts.add(new IssueFact(t.say("newsletter.field.action"), line.label())));
        }
        return facts;
    }

    private @Nullable String notice(Newsletter issue, Words t) {
        Instant leavesAt = issue.leavesAt();
        if (issue.state() == NewsletterState.CONFIRMED && leavesAt != null) {
            String leaves = t.say(
                    letters.isMailSet() ? "newsletter.leaves" : "newsletter.leaves.waits",
                    t.dateTime(leavesAt),
                    issue.confirmedName());
            UUID id = issue.id().value();
            LetterStatus told = letters.findByRecord(NewsletterNoticeSender.NOTICE, id);
            return told == null ? leaves : leaves + " " + formatNotice(told, t);
        }
        Instant stoppedAt = issue.stoppedAt();
        if (stoppedAt != null
                && issue.pauseReason() == null
                && (issue.isEditable() || issue.state() == NewsletterState.STOPPED)) {
            return t.say("newsletter.stopped-by", t.dateTime(stoppedAt), issue.stoppedName());
        }
        return issue.pauseReason() == null ? null : t.say(issue.pauseReason());
    }

    /** Whether the letter that tells colleagues of a departure has left: the departure does not wait for it. */
    private static String formatNotice(LetterStatus told, Words t) {
        return told.state() == LetterState.WAITING
                ? t.say("newsletter.notice.waits")
                : t.say("newsletter.notice.state", LetterFormatter.stateInList(told, t));
    }

    private List<IssueBlock> rows(Newsletter issue, List<NewsletterBlock> blocks, Words t) {
        List<IssueBlock> rows = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            NewsletterBlock block = blocks.get(i);
            rows.add(new IssueBlock(
                    NewsletterController.url(issue.id()) + "/blocks/" + block.id(),
                    t.say(block.kind().key()),
                    block.happensOn() != null ? t.dayAndDate(block.happensOn()) : block.url(),
                    block.picture() == null ? null : PictureThumbnail.of(block.picture(), issue.firstLanguage()),
                    block.kind().hasBody(),
                    issue.languages().stream()
                            .map(language -> column(issue, block, language))
                            .toList(),
                    block.kind().isFixed(),
                    i > 0
                            && !block.kind().isFixed()
                            && !blocks.get(i - 1).kind().isFixed()));
        }
        return rows;
    }

    private BlockTextColumn column(Newsletter issue, NewsletterBlock block, String language) {
        BlockText text = block.text(language).orElse(new BlockText(language, 0, "", ""));
        return new BlockTextColumn(
                language,
                forms.languageName(language),
                text.title(),
                text.body(),
                VariantPolicy.isStale(block, issue.firstLanguage(), language));
    }

    private NewsletterOutcomePart outcome(Newsletter issue, NewsletterOutcome outcome, Words t) {
        List<IssueFact> letters = new ArrayList<>();
        letters.add(new IssueFact(
                Objects.requireNonNull(moment(issue, t)),
                t.say(
                        !issue.isWithAnotherTool()
                                ? "newsletter.outcome.written"
                                : outcome.written() > 0
                                        ? "newsletter.outcome.handed-over"
                                        : "newsletter.outcome.elsewhere",
                        outcome.written(),
                        outcome.excluded())));
        for (LetterState state :
                List.of(LetterState.SENT, LetterState.WAITING, LetterState.PERHAPS_SENT, LetterState.REFUSED)) {
            boolean always = !issue.isWithAnotherTool() && (state == LetterState.SENT || state == LetterState.REFUSED);
            if (outcome.count(state) > 0 || (always && outcome.written() > 0)) {
                letters.add(people(issue, t.say("newsletter.outcome." + state), outcome.count(state), state, null, t));
            }
        }
        String returned = t.say("newsletter.outcome.returned");
        if (outcome.returned() > 0) {
            letters.add(people(issue, returned, outcome.returned(), OtherOutcome.RETURNED, null, t));
        }
        letters.add(people(
                issue,
                t.say("newsletter.outcome.unsubscribed"),
                outcome.unsubscribed(),
                OtherOutcome.UNSUBSCRIBED,
                null,
                t));
        outcome.relayed()
                .forEach(each -> letters.add(new IssueFact(
                        t.say("newsletter.outcome.relays", each.title()),
                        t.number(each.organisations()),
                        "/outreach/relay/" + each.kit())));
        if (outcome.registered() > 0) {
            letters.add(new IssueFact(t.say("newsletter.outcome.registered"), t.number(outcome.registered())));
        }
        List<IssueFact> reasons = new ArrayList<>();
        outcome.undelivered()
                .forEach(each -> reasons.add(people(
                        issue,
                        LetterFormatter.reason(each.state(), each.reason(), t),
                        each.number(),
                        each.state(),
                        each.reason(),
                        t)));
        if (outcome.returned() > 0) {
            reasons.add(people(issue, returned, outcome.returned(), OtherOutcome.RETURNED, null, t));
        }
        outcome.exclusions()
                .forEach((reason, number) -> reasons.add(people(issue, t.say(reason.key()), number, reason, null, t)));
        boolean waits = outcome.count(LetterState.WAITING) > 0;
        return new NewsletterOutcomePart(
                letters,
                waits ? limits.explain(t) : List.of(),
                reasons,
                issue.state() == NewsletterState.SENDING || (issue.state() == NewsletterState.SENT && waits));
    }

    /** A number that opens to its people, for those who may see them. */
    private static IssueFact people(
            Newsletter issue, String label, int number, Enum<?> of, @Nullable String reason, Words t) {
        boolean opens = number > 0 && CurrentActor.get().may(NewsletterPermissions.SEND);
        return new IssueFact(
                label, t.number(number), opens ? NewsletterPeopleController.url(issue.id(), of.name(), reason) : null);
    }

    /** Whether and on which ground a recipient gets the issue. */
    static String describe(AudiencePerson recipient, Words t) {
        var exclusion = recipient.exclusion();
        if (exclusion != null) {
            return t.say(
                    "newsletter.preview.excluded", recipient.name(), t.say(exclusion.key()), t.say(exclusion.wayKey()));
        }
        String basis = recipient.basis() == null
                ? t.say("segment.allowed.exempt")
                : t.say(recipient.basis().key());
        return recipient.until() == null
                ? t.say("newsletter.preview.allowed", recipient.name(), basis)
                : t.say("newsletter.preview.until", recipient.name(), basis, recipient.until());
    }
}
