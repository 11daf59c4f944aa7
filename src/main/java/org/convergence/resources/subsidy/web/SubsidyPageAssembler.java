package org.convergence.resources.subsidy.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.Subsidy;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimState;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries.ClaimProofRow;
import org.convergence.resources.subsidy.domain.SubsidyClaimService;
import org.convergence.resources.subsidy.domain.SubsidyProgramme;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyContractRow;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyGaps;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyStepRow;
import org.convergence.resources.subsidy.web.SubsidyPage.ClaimLine;
import org.convergence.resources.subsidy.web.SubsidyPage.StepLine;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyClaimPage;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyClaimPage.ClaimWeekLine;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyClaimPage.ProofLine;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a file from the file, its programme, its contract, its steps and its claims; and that of a claim. */
@Component
record SubsidyPageAssembler(
        SubsidyQueries queries,
        SubsidyClaimQueries claims,
        SubsidyProgrammeService programmes,
        OrganisationSettings settings,
        SubsidyClaimService service) {

    SubsidyPage assemble(SubsidyId id, Words t) {
        SubsidyRow row = queries.findById(id);
        Subsidy subsidy = claims.findSubsidy(id);
        SubsidyProgramme programme = programmes.findById(subsidy.programme());
        boolean manages = CurrentActor.get().may(SubsidyPermissions.MANAGE);
        SubsidyContractRow contract = queries.findContract(id).orElse(null);
        String url = SubsidyContributions.url(id);
        List<SubsidyClaim> made = claims.findBySubsidy(id);
        return new SubsidyPage(
                url,
                row.position(),
                programme.name() + " · " + t.period(row.startsOn(), row.endsOn()),
                row.state().tone(),
                t.say(row.state().key()),
                facts(row, subsidy, contract, t),
                warnings(subsidy, programme, contract, queries.findGaps(id), t),
                manages && subsidy.person() != null && contract == null ? "/plan/time/contracts" : null,
                subsidy.note(),
                steps(id, row.state(), t),
                made.stream().map(claim -> line(claim, t)).toList(),
                manages ? findWaiting(made, t) : null,
                manages && row.state() == SubsidyState.APPROVED && subsidy.person() != null ? url + "/claim" : null,
                manages);
    }

    private static @Nullable ClaimLine findWaiting(List<SubsidyClaim> made, Words t) {
        return made.stream()
                .filter(claim -> claim.state() == SubsidyClaimState.PREPARED)
                .min(Comparator.comparing(SubsidyClaim::periodFrom))
                .map(claim -> line(claim, t))
                .orElse(null);
    }

    private static List<SubsidyFact> facts(
            SubsidyRow row, Subsidy subsidy, @Nullable SubsidyContractRow contract, Words t) {
        List<SubsidyFact> facts = new ArrayList<>();
        facts.add(new SubsidyFact(
                t.say("subsidy.field.person"),
                row.personName() == null ? t.say("subsidy.nobody-chosen") : row.personName()));
        facts.add(new SubsidyFact(
                t.say("subsidy.field.contract"),
                contract == null ? t.say("subsidy.no-contract") : describe(contract, t)));
        facts.add(new SubsidyFact(
                t.say("subsidy.approved"),
                t.say("subsidy.approved.text", subsidy.approved().weeks(), t.hours(row.hours()))));
        facts.add(new SubsidyFact(
                t.say("subsidy.cost"),
                t.say(
                        "subsidy.cost.text",
                        money(subsidy.approved().wage(), t),
                        money(subsidy.approved().hourlyCost(), t))));
        facts.add(new SubsidyFact(t.say("subsidy.terms"), SubsidyFormatter.terms(subsidy.terms(), t)));
        facts.add(new SubsidyFact(t.say("subsidy.field.claimed"), SubsidyFormatter.money(row, t)));
        if (subsidy.reference() != null) {
            facts.add(new SubsidyFact(t.say("subsidy.field.reference"), subsidy.reference()));
        }
        facts.add(new SubsidyFact(
                t.say("subsidy.field.responsible"),
                row.responsibleName() == null ? t.say("subsidy.nobody-follows") : row.responsibleName()));
        return facts;
    }

    private static String money(BigDecimal amount, Words t) {
        return SubsidyController.money(amount, t);
    }

    static String describe(SubsidyContractRow contract, Words t) {
        return t.say(
                "subsidy.contract.text",
                t.period(contract.startsOn(), contract.endsOn()),
                t.hours(contract.weeklyHours()));
    }

    /** Rules that the file does not keep: they are said, and nothing is refused. */
    private static List<String> warnings(
            Subsidy subsidy,
            SubsidyProgramme programme,
            @Nullable SubsidyContractRow contract,
            SubsidyGaps gaps,
            Words t) {
        BigDecimal hours = subsidy.approved().hours();
        Integer weeks = programme.mostWeeks();
        BigDecimal least = programme.leastHours();
        BigDecimal most = programme.mostHours();
        List<String> warnings = new ArrayList<>();
        if (weeks != null && subsidy.approved().weeks() > weeks) {
            warnings.add(t.say("subsidy.warning.weeks", weeks));
        }
        if (least != null && hours.compareTo(least) < 0) {
            warnings.add(t.say("subsidy.warning.least-hours", t.hours(least)));
        }
        if (most != null && hours.compareTo(most) > 0) {
            warnings.add(t.say("subsidy.warning.most-hours", t.hours(most)));
        }
        if (contract != null && contract.weeklyHours().compareTo(hours) < 0) {
            warnings.add(t.say("subsidy.warning.contract-hours", t.hours(contract.weeklyHours()), t.hours(hours)));
        }
        LocalDate end = contract == null ? null : contract.endsOn();
        if (contract != null
                && (contract.startsOn().isAfter(subsidy.startsOn())
                        || (end != null && end.isBefore(subsidy.endsOn())))) {
            warnings.add(t.say("subsidy.warning.contract-period"));
        }
        List<String> lacks = gaps.lacks(subsidy.state()).entrySet().stream()
                .map(lack -> t.say(lack.getKey(), lack.getValue()))
                .toList();
        if (!lacks.isEmpty()) {
            String open = t.say("subsidy.warning.over", t.list(lacks));
            warnings.add(subsidy.closingNote() == null ? open : open + " " + subsidy.closingNote());
        }
        return warnings;
    }

    /** Every step in its order: those without a day can be done all the same. An answered application was sent. */
    private List<StepLine> steps(SubsidyId id, SubsidyState state, Words t) {
        Map<SubsidyStepKind, SubsidyStepRow> known =
                queries.findSteps(id).stream().collect(Collectors.toMap(SubsidyStepRow::kind, Function.identity()));
        return Stream.of(SubsidyStepKind.values())
                .map(kind -> step(
                        known.getOrDefault(kind, new SubsidyStepRow(kind, null, null)),
                        kind == SubsidyStepKind.APPLICATION && state != SubsidyState.ASKED,
                        t))
                .toList();
    }

    private StepLine step(SubsidyStepRow step, boolean isImplied, Words t) {
        LocalDate today = settings.today();
        LocalDate due = step.dueOn();
        LocalDate done = step.doneOn();
        Tone tone = done != null || isImplied
                ? Tone.OK
                : due == null ? Tone.REST : due.isBefore(today) ? Tone.BAD : Tone.AHEAD;
        String days = done != null
                ? t.say("subsidy.step.done-on", done)
                : due == null || isImplied ? "" : t.say("subsidy.step.due-on", due);
        return new StepLine(
                step.kind().name(),
                t.say(step.kind().key()),
                days,
                tone,
                t.say("subsidy.step.state." + tone.name()),
                done != null,
                isImplied && done == null);
    }

    static ClaimLine line(SubsidyClaim claim, Words t) {
        return new ClaimLine(
                t.capital(t.period(claim.periodFrom(), claim.periodTo())),
                SubsidyContributions.url(claim.typedId()),
                t.say("subsidy.claim.line", t.hours(claim.hours()), money(claim.amount(), t)),
                claim.state().tone(),
                SubsidyFormatter.state(claim, t));
    }

    SubsidyClaimPage assemble(SubsidyClaim claim, Form form, Words t) {
        boolean manages = CurrentActor.get().may(SubsidyPermissions.MANAGE);
        SubsidyRow row = queries.findById(claim.subsidy());
        SubsidyClaimState state = claim.state();
        List<ClaimProofRow> proofs = claims.findProofs(claim.typedId());
        boolean open = state == SubsidyClaimState.PREPARED || state == SubsidyClaimState.SENT;
        boolean takesBack = state == SubsidyClaimState.SENT || state == SubsidyClaimState.PAID;
        String url = SubsidyContributions.url(claim.typedId());
        return new SubsidyClaimPage(
                url,
                t.say("subsidy.claim.title", t.period(claim.periodFrom(), claim.periodTo())),
                row.position() + " · " + row.programme(),
                SubsidyContributions.url(claim.subsidy()),
                state.tone(),
                SubsidyFormatter.state(claim, t),
                facts(claim, row, t),
                weeks(claim, t),
                proofs.stream().map(each -> proof(each, t)).toList(),
                (int) proofs.stream().filter(each -> each.providedOn() == null).count(),
                manages && service.hasChanged(claim),
                state == SubsidyClaimState.PREPARED,
                manages && open ? form : null,
                manages && takesBack ? url + "/take-back" : null,
                manages);
    }

    private static List<SubsidyFact> facts(SubsidyClaim claim, SubsidyRow row, Words t) {
        return Stream.of(
                        fact("subsidy.field.person", row.personName(), t),
                        fact("subsidy.claim.hours", t.hours(claim.hours()), t),
                        fact("subsidy.claim.amount", SubsidyController.money(claim.amount(), t), t),
                        fact("subsidy.field.due_on", claim.dueOn() == null ? null : t.date(claim.dueOn()), t),
                        fact("subsidy.field.confirmation", claim.confirmation(), t),
                        fact(
                                "subsidy.field.paid",
                                claim.paidAmount() == null ? null : SubsidyController.money(claim.paidAmount(), t),
                                t),
                        fact("subsidy.field.reason", claim.reason(), t))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SubsidyFact> fact(String label, @Nullable String value, Words t) {
        return value == null ? List.of() : List.of(new SubsidyFact(t.say(label), value));
    }

    private List<ClaimWeekLine> weeks(SubsidyClaim claim, Words t) {
        return claims.findWeeks(claim.typedId()).stream()
                .map(week -> new ClaimWeekLine(
                        t.date(week.monday()),
                        t.number(week.days()),
                        t.hours(week.hours()),
                        SubsidyController.money(week.rate(), t),
                        SubsidyController.money(week.amount(), t)))
                .toList();
    }

    private static ProofLine proof(ClaimProofRow row, Words t) {
        return new ProofLine(
                row.position(),
                row.label(),
                row.providedOn() != null,
                SubsidyFormatter.proof(row, t),
                row.document() == null
                        ? null
                        : "/platform/document/" + row.document().value());
    }
}
