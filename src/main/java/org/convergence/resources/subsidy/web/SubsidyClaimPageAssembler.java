package org.convergence.resources.subsidy.web;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyClaimState;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries.ClaimProofRow;
import org.convergence.resources.subsidy.domain.SubsidyClaimService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.convergence.resources.subsidy.web.SubsidyClaimPage.ClaimWeekLine;
import org.convergence.resources.subsidy.web.SubsidyClaimPage.ProofLine;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a claim. */
@Component
class SubsidyClaimPageAssembler {

    private final SubsidyClaimService service;
    private final SubsidyClaimQueries claims;
    private final SubsidyQueries queries;

    SubsidyClaimPageAssembler(SubsidyClaimService service, SubsidyClaimQueries claims, SubsidyQueries queries) {
        this.service = service;
        this.claims = claims;
        this.queries = queries;
    }

    SubsidyClaimPage assemble(SubsidyClaim claim, Form form, Words t) {
        boolean manages = CurrentActor.get().may(SubsidyPermissions.MANAGE);
        SubsidyRow row = queries.findById(claim.subsidy());
        SubsidyClaimState state = claim.state();
        List<ClaimProofRow> proofs = claims.findProofs(claim.typedId());
        boolean open = state == SubsidyClaimState.PREPARED || state == SubsidyClaimState.SENT;
        boolean takesBack = state == SubsidyClaimState.SENT || state == SubsidyClaimState.PAID;
        String url = SubsidyMenu.url(claim.typedId());
        return new SubsidyClaimPage(
                url,
                t.say("subsidy.claim.title", t.period(claim.periodFrom(), claim.periodTo())),
                row.position() + " · " + row.programme(),
                SubsidyMenu.url(claim.subsidy()),
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
                        fact("subsidy.claim.amount", SubsidyListController.money(claim.amount(), t), t),
                        fact("subsidy.field.due_on", claim.dueOn() == null ? null : t.date(claim.dueOn()), t),
                        fact("subsidy.field.confirmation", claim.confirmation(), t),
                        fact(
                                "subsidy.field.paid",
                                claim.paidAmount() == null ? null : SubsidyListController.money(claim.paidAmount(), t),
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
                        SubsidyListController.money(week.rate(), t),
                        SubsidyListController.money(week.amount(), t)))
                .toList();
    }

    private static ProofLine proof(ClaimProofRow row, Words t) {
        return new ProofLine(row.position(), row.label(), row.providedOn() != null, SubsidyFormatter.proof(row, t));
    }
}
