package org.convergence.advocacy.urgentaction.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.RiskCheckLetterSender;
import org.convergence.advocacy.urgentaction.domain.SignOn;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskCheck;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsent;
import org.convergence.advocacy.urgentaction.domain.UrgentActionLetterSender;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPolicy;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.ActionGestures;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.ActionStep;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.SignOnRow;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionFact;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Country;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an urgent action. */
@Component
record UrgentActionPageAssembler(
        UrgentActionService actions,
        UrgentActionQueries queries,
        UrgentActionLetterSender letters,
        RiskCheckLetterSender checks,
        SignOnService signOns,
        SegmentAudience segments,
        OrganisationSettings settings) {

    UrgentActionPage page(UrgentActionId id, Words t) {
        UrgentAction it = actions.findById(id);
        PublicWording wording = actions.findWording(id);
        LocalDate today = settings.today();
        boolean edits = CurrentActor.get().may(UrgentActionPermissions.EDIT);
        boolean open = it.state() == UrgentActionState.DRAFT || it.state() == UrgentActionState.OUT;
        Set<String> named = edits && open ? letters.findNamedPeople(id) : Set.of();
        List<String> obstacles = UrgentActionPolicy.findObstacles(it, wording, today);
        boolean draft = edits && it.state() == UrgentActionState.DRAFT && named.isEmpty();
        LetterSummary account = queries.findAccountLetters(id);
        boolean shown = UrgentActionPolicy.isPublic(it, today);
        boolean runs = open && !it.expiresOn().isBefore(today);
        return new UrgentActionPage(
                UrgentActionPage.url(id),
                it.title(),
                it.shownTone(today),
                t.say(it.stateKey(today)),
                lead(it, t),
                open && !it.isPast(today) ? steps(it, wording, obstacles, t) : withdrawnSteps(it, t),
                named.isEmpty() ? null : t.say("urgentaction.named", t.list(List.copyOf(named))),
                facts(it, account, t),
                wording,
                count(actions.count(id), t),
                rows(signOns.findByAction(id, EnumSet.of(SignOnState.PENDING)), edits && runs, runs, t),
                rows(signOns.findByAction(id, EnumSet.complementOf(EnumSet.of(SignOnState.PENDING))), false, true, t),
                actions.findUpdates(id),
                shown ? UrgentActionQueries.PATH + it.code() : null,
                it.sentAt() == null ? null : t.capital(LetterFormatter.summaryWithDay(queries.findLetters(id), t)),
                new ActionGestures(
                        edits && it.state() != UrgentActionState.CLOSED,
                        draft && it.sentAt() == null && obstacles.isEmpty(),
                        draft && obstacles.stream().allMatch(UrgentActionPolicy.NO_SEGMENT::equals),
                        edits
                                && open
                                && !UrgentActionPolicy.isChecked(it)
                                && !it.riskBy().equals(CurrentActor.get().id()),
                        edits && shown,
                        edits && open && it.consent() != null,
                        edits && runs,
                        edits && it.state() != UrgentActionState.CLOSED,
                        edits && it.state() == UrgentActionState.CLOSED && it.reportedAt() == null,
                        edits && account.count(LetterState.WAITING) > 0));
    }

    static String lead(UrgentAction it, Words t) {
        return t.say("urgentaction.lead.one", it.code(), new Country(it.country()).name(t), it.expiresOn());
    }

    static String count(SignOnCount count, Words t) {
        return count.organisations() == 0
                ? t.say("urgentaction.count.none")
                : t.say("public.urgentaction.count", count.organisations(), count.atLeast(), count.day());
    }

    private List<ActionStep> steps(UrgentAction it, PublicWording wording, List<String> lacks, Words t) {
        String url = UrgentActionPage.url(it.id());
        List<ActionStep> steps = new ArrayList<>();
        steps.add(step(
                "words", lacks, "urgentaction.lacks.t", wordsText(wording, settings.today(), t), url + "/words", t));
        steps.add(step("consent", lacks, "urgentaction.lacks.consent", consentText(it, t), url + "/consent", t));
        ActionStep check = step("check", lacks, "urgentaction.lacks.check", checkText(it, t), url + "/check", t);
        LetterStatus asked = check.done() ? null : checks.findLast(it.id());
        steps.add(
                asked == null
                        ? check
                        : check.withText(check.text() + " "
                                + t.say("urgentaction.check.letter", LetterFormatter.stateInList(asked, t))));
        if (it.state() == UrgentActionState.DRAFT && it.sentAt() == null) {
            steps.add(step("segment", lacks, UrgentActionPolicy.NO_SEGMENT, segmentName(it), url + "/edit", t));
        }
        return steps;
    }

    /** The way back after a withdrawal by mistake: another yes. */
    private static List<ActionStep> withdrawnSteps(UrgentAction it, Words t) {
        return it.state() != UrgentActionState.WITHDRAWN
                ? List.of()
                : List.of(new ActionStep(
                        t.say("urgentaction.step.consent"),
                        t.say("urgentaction.step.consent.back"),
                        false,
                        UrgentActionPage.url(it.id()) + "/consent",
                        t.say("urgentaction.step.consent.do")));
    }

    private String segmentName(UrgentAction it) {
        return segments.findAll().stream()
                .filter(each -> each.id().equals(it.segment()))
                .map(SegmentAudience.SegmentChoice::name)
                .findFirst()
                .orElse("");
    }

    private static ActionStep step(
            String name, List<String> lacks, String beginning, String text, String url, Words t) {
        List<String> mine = lacks.stream()
                .filter(each -> each.startsWith(beginning))
                .map(t::say)
                .toList();
        return new ActionStep(
                t.say("urgentaction.step." + name),
                mine.isEmpty() ? text : String.join(" ", mine),
                mine.isEmpty(),
                url,
                t.say("urgentaction.step." + name + (mine.isEmpty() ? ".change" : ".do")));
    }

    /** The languages, the number of people who get letters, and the names of those who left their office. */
    private static String wordsText(PublicWording wording, LocalDate today, Words t) {
        List<TargetInOffice> reachable = UrgentActionPolicy.findReachable(wording.targets(), today);
        String text = t.say(
                "urgentaction.step.words.text",
                t.list(wording.texts().stream()
                        .map(each -> t.languageName(each.language()))
                        .toList()),
                reachable.size());
        List<String> gone = wording.targets().stream()
                .filter(each -> !reachable.contains(each))
                .map(TargetInOffice::name)
                .toList();
        return gone.isEmpty() ? text : text + " " + t.say("urgentaction.target.gone", t.list(gone), gone.size());
    }

    private static String consentText(UrgentAction it, Words t) {
        WordingConsent yes = it.consent();
        return yes == null ? "" : t.say("urgentaction.consent.text", yes.name(), yes.givenOn(), yes.how(), yes.until());
    }

    private static String checkText(UrgentAction it, Words t) {
        RiskCheck check = it.checked();
        return check == null
                ? ""
                : t.say("urgentaction.check.text", t.say(check.risk().key()), check.by(), check.on());
    }

    private static List<UrgentActionFact> facts(UrgentAction it, LetterSummary account, Words t) {
        List<UrgentActionFact> facts = new ArrayList<>();
        facts.add(new UrgentActionFact(
                t.say("urgentaction.field.partner"), it.partnerName(), PartyUrls.of(it.partner())));
        facts.add(new UrgentActionFact(
                t.say("urgentaction.field.degree"), t.say(it.degree().key()), null));
        facts.add(new UrgentActionFact(
                t.say("urgentaction.field.risk"), t.say(it.risk().key()), null));
        facts.add(new UrgentActionFact(t.say("urgentaction.field.received"), t.date(it.receivedOn()), null));
        facts.add(new UrgentActionFact(t.say("urgentaction.field.happened"), it.happened(), null));
        if (it.sentAt() != null) {
            facts.add(new UrgentActionFact(t.say("urgentaction.sent"), t.dateTime(it.sentAt()), null));
        }
        if (it.withdrawnOn() != null) {
            facts.add(new UrgentActionFact(t.say("urgentaction.withdrawn"), t.date(it.withdrawnOn()), null));
        }
        if (it.closedOn() != null) {
            facts.add(new UrgentActionFact(t.say("urgentaction.closed"), t.date(it.closedOn()), null));
            facts.add(new UrgentActionFact(t.say("urgentaction.field.account"), it.account(), null));
        }
        if (account.total() > 0 || it.reportedAt() != null) {
            facts.add(new UrgentActionFact(
                    t.say("urgentaction.reported"),
                    account.total() == 0
                            ? t.dateTime(Objects.requireNonNull(it.reportedAt()))
                            : t.capital(LetterFormatter.summaryWithDay(account, t)),
                    null));
        }
        return facts;
    }

    /** @param open whether those that wait can still be confirmed */
    private List<SignOnRow> rows(List<SignOn> found, boolean matching, boolean open, Words t) {
        Map<UUID, LetterStatus> sent = signOns.findLetters(found);
        return found.stream()
                .map(each -> row(each, sent.get(each.id().value()), matching, open, t))
                .toList();
    }

    /** Whether the letter that asks an organisation to confirm left, or perhaps did. */
    private static boolean wasAsked(@Nullable LetterStatus letter) {
        return letter != null && (letter.state().hasLeft() || letter.state() == LetterState.PERHAPS_SENT);
    }

    private SignOnRow row(SignOn it, @Nullable LetterStatus letter, boolean matching, boolean open, Words t) {
        String detail = t.say("urgentaction.sign-on.detail", it.signer(), it.office(), it.body(), it.decidedOn());
        return new SignOnRow(
                it.id().value().toString(),
                it.name(),
                it.organisation() == null ? null : PartyUrls.of(it.organisation()),
                letter == null
                        ? detail
                        : detail + " · "
                                + t.say("urgentaction.sign-on.letter", LetterFormatter.stateWithDetail(letter, t)),
                open ? it.state().tone() : Tone.REST,
                t.say(
                        open
                                ? it.state().key()
                                : wasAsked(letter)
                                        ? "urgentaction.sign-on.unconfirmed"
                                        : "urgentaction.sign-on.unasked"),
                matching && it.organisation() == null
                        ? signOns.findSimilar(it).stream()
                                .map(each -> Option.of(each.id(), each.inFull()))
                                .toList()
                        : List.of());
    }
}
