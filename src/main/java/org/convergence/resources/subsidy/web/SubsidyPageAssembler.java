package org.convergence.resources.subsidy.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyId;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyProgramme;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyContractRow;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyStepRow;
import org.convergence.resources.subsidy.domain.SubsidyStepKind;
import org.convergence.resources.subsidy.web.SubsidyPage.ClaimLine;
import org.convergence.resources.subsidy.web.SubsidyPage.StepLine;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a file from the file, its programme, its contract, its steps and its claims. */
@Component
class SubsidyPageAssembler {

    private final SubsidyQueries queries;
    private final SubsidyClaimQueries claims;
    private final SubsidyProgrammeService programmes;
    private final OrganisationSettings settings;

    SubsidyPageAssembler(
            SubsidyQueries queries,
            SubsidyClaimQueries claims,
            SubsidyProgrammeService programmes,
            OrganisationSettings settings) {
        this.queries = queries;
        this.claims = claims;
        this.programmes = programmes;
        this.settings = settings;
    }

    SubsidyPage assemble(SubsidyId id, Words t) {
        SubsidyRow row = queries.findById(id);
        Subsidy subsidy = claims.findSubsidy(id);
        SubsidyProgramme programme = programmes.findById(subsidy.programme());
        boolean manages = CurrentActor.get().may(SubsidyPermissions.MANAGE);
        SubsidyContractRow contract = queries.findContract(id).orElse(null);
        String url = SubsidyMenu.url(id);
        return new SubsidyPage(
                url,
                row.position(),
                programme.name() + " · " + t.period(row.startsOn(), row.endsOn()),
                row.state().tone(),
                t.say(row.state().key()),
                facts(row, subsidy, contract, t),
                warnings(subsidy, programme, contract, t),
                manages && subsidy.person() != null && contract == null ? "/plan/time/contracts" : null,
                subsidy.note(),
                steps(id, t),
                claims.findBySubsidy(id).stream().map(claim -> line(claim, t)).toList(),
                manages && row.state() == SubsidyState.APPROVED && subsidy.person() != null ? url + "/claim" : null,
                manages);
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
        facts.add(new SubsidyFact(
                t.say("subsidy.field.claimed"),
                row.claimed().signum() == 0
                        ? t.say("subsidy.nothing-claimed")
                        : t.say("subsidy.claimed", money(row.claimed(), t), money(row.paid(), t))));
        if (subsidy.reference() != null) {
            facts.add(new SubsidyFact(t.say("subsidy.field.reference"), subsidy.reference()));
        }
        facts.add(new SubsidyFact(
                t.say("subsidy.field.responsible"),
                row.responsibleName() == null ? t.say("subsidy.nobody-follows") : row.responsibleName()));
        return facts;
    }

    private static String money(BigDecimal amount, Words t) {
        return SubsidyListController.money(amount, t);
    }

    static String describe(SubsidyContractRow contract, Words t) {
        return t.say(
                "subsidy.contract.text",
                t.period(contract.startsOn(), contract.endsOn()),
                t.hours(contract.weeklyHours()));
    }

    /** Rules that the file does not keep: they are said, and nothing is refused. */
    private static List<String> warnings(
            Subsidy subsidy, SubsidyProgramme programme, @Nullable SubsidyContractRow contract, Words t) {
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
        return warnings;
    }

    /** Every step in its order: those without a day can be done all the same. */
    private List<StepLine> steps(SubsidyId id, Words t) {
        Map<SubsidyStepKind, SubsidyStepRow> known =
                queries.findSteps(id).stream().collect(Collectors.toMap(SubsidyStepRow::kind, Function.identity()));
        return Stream.of(SubsidyStepKind.values())
                .map(kind -> step(known.getOrDefault(kind, new SubsidyStepRow(kind, null, null)), t))
                .toList();
    }

    private StepLine step(SubsidyStepRow step, Words t) {
        LocalDate today = settings.today();
        LocalDate due = step.dueOn();
        LocalDate done = step.doneOn();
        Tone tone = done != null ? Tone.OK : due == null ? Tone.REST : due.isBefore(today) ? Tone.BAD : Tone.AHEAD;
        String days = done != null
                ? t.say("subsidy.step.done-on", done)
                : due == null ? t.say("subsidy.step.no-day") : t.say("subsidy.step.due-on", due);
        return new StepLine(
                step.kind().name(),
                t.say(step.kind().key()),
                days,
                tone,
                t.say("subsidy.step.state." + tone.name()),
                done != null);
    }

    static ClaimLine line(SubsidyClaim claim, Words t) {
        return new ClaimLine(
                t.period(claim.periodFrom(), claim.periodTo()),
                SubsidyMenu.url(claim.typedId()),
                t.say("subsidy.claim.line", t.hours(claim.hours()), money(claim.amount(), t)),
                claim.state().tone(),
                SubsidyFormatter.state(claim, t));
    }
}
