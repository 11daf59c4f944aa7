package org.convergence.resources.subsidy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.ClaimProofService;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimId;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimState;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyClaimService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.ComputedClaim;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyClaimPage.ClaimFormPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One claim: computing and preparing it, its page, its papers, its documents, and its way to the funder and back. */
@Controller
@RequestMapping("/resources/subsidy")
@Requires(SubsidyPermissions.MANAGE)
record SubsidyClaimController(
        SubsidyClaimService service,
        ClaimProofService proofs,
        DocumentService documents,
        SubsidyClaimQueries claims,
        SubsidyQueries queries,
        SubsidyPageAssembler pages,
        OrganisationSettings settings,
        PaperDownload papers) {

    /** Proposes the weeks since the last claim, and computes them. */
    @GetMapping("/{id}/claim")
    ModelAndView open(@PathVariable SubsidyId id, Form form, Words t) {
        SubsidyRow row = queries.findById(id);
        if (form.filled(SubsidyForm.FROM.name())) {
            return formPage(row, form, t);
        }
        LocalDate from = claims.findBySubsidy(id).stream()
                .filter(claim -> claim.state() != SubsidyClaimState.REFUSED)
                .map(SubsidyClaim::periodTo)
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(1))
                .orElse(row.startsOn());
        LocalDate sunday = settings.today().with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        LocalDate to = sunday.isAfter(row.endsOn()) ? row.endsOn() : sunday.isBefore(from) ? from : sunday;
        return formPage(row, Form.blank().with(SubsidyForm.FROM.name(), from).with(SubsidyForm.TO.name(), to), t);
    }

    @PostMapping("/{id}/claim")
    ModelAndView prepare(@PathVariable SubsidyId id, Form form, Words t) {
        SubsidyRow row = queries.findById(id);
        return form.submit(
                SubsidyForm::readClaim,
                input -> SeeOther.to(
                                SubsidyContributions.url(service.prepare(id, input.from(), input.to(), input.due())))
                        .withNotice("subsidy.claim.prepared"),
                () -> formPage(row, form, t));
    }

    private ModelAndView formPage(SubsidyRow row, Form form, Words t) {
        String computed = null;
        List<String> leftOut = new ArrayList<>();
        if (form.problems().isEmpty()) {
            try {
                SubsidyForm.ClaimInput input = form.read(SubsidyForm::readClaim);
                ComputedClaim now = claims.compute(row.id(), input.from(), input.to());
                computed = now.entries().isEmpty() && now.leftOut().isEmpty()
                        ? t.say("subsidy.refused.no-hours")
                        : t.say("subsidy.claim.computed", t.hours(now.hours()), money(now.amount(), t));
                now.leftOut().forEach((reason, hours) -> leftOut.add(t.say(reason.key(), t.hours(hours))));
            } catch (FieldsRefused wrong) {
                // The fields say what is wrong.
            } catch (Refused refused) {
                form.refuse(refused.messageKey(), refused.arguments());
            }
        }
        return PageView.of(
                "resources/subsidy/claim-form",
                new ClaimFormPage(
                        SubsidyContributions.url(row.id()) + "/claim",
                        row.position() + " · " + row.programme(),
                        SubsidyContributions.url(row.id()),
                        form,
                        computed,
                        leftOut));
    }

    private static String money(BigDecimal amount, Words t) {
        return SubsidyController.money(amount, t);
    }

    @GetMapping("/claim/{id}")
    @Requires(SubsidyPermissions.READ)
    ModelAndView show(@PathVariable SubsidyClaimId id, Words t) {
        SubsidyClaim claim = claims.findById(id);
        Form form = Form.blank()
                .atVersion(claim.version())
                .with(SubsidyForm.DAY.name(), settings.today())
                .with(SubsidyForm.CONFIRMATION.name(), claim.confirmation())
                .with(SubsidyForm.PAID.name(), claim.amount());
        return page(claim, form, t);
    }

    private ModelAndView page(SubsidyClaim claim, Form form, Words t) {
        return PageView.of("resources/subsidy/claim", pages.assemble(claim, form, t));
    }

    @GetMapping("/claim/{id}/{format}")
    @Requires(SubsidyPermissions.READ)
    void file(@PathVariable SubsidyClaimId id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat as = Stream.of(PaperFormat.values())
                .filter(each -> each.extension().equals(format.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NotFound("format"));
        SubsidyClaim claim = claims.findById(id);
        var assembler = new SubsidyClaimPaperAssembler(settings.current().name(), settings.today(), t);
        var paper = assembler.assemble(
                claim,
                claims.findSubsidy(claim.subsidy()),
                queries.findById(claim.subsidy()),
                claims.findWeeks(id),
                claims.findProofs(id));
        papers.send(paper, Slug.of(paper.title()) + "-" + claim.periodTo(), as, t, response);
    }

    @PostMapping("/claim/{id}/send")
    ModelAndView send(@PathVariable SubsidyClaimId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    int version = answers.version();
                    LocalDate day = answers.get(SubsidyForm.DAY);
                    String number = answers.find(SubsidyForm.CONFIRMATION);
                    return () -> service.send(id, version, day, number);
                },
                "subsidy.claim.sent");
    }

    @PostMapping("/claim/{id}/pay")
    ModelAndView pay(@PathVariable SubsidyClaimId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    int version = answers.version();
                    LocalDate day = answers.get(SubsidyForm.DAY);
                    BigDecimal amount = answers.get(SubsidyForm.PAID);
                    return () -> service.pay(id, version, day, amount);
                },
                "subsidy.claim.paid");
    }

    @PostMapping("/claim/{id}/refuse")
    ModelAndView refuse(@PathVariable SubsidyClaimId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    int version = answers.version();
                    LocalDate day = answers.get(SubsidyForm.DAY);
                    String reason = answers.get(SubsidyForm.REASON);
                    return () -> service.refuse(id, version, day, reason);
                },
                "subsidy.claim.refused");
    }

    @PostMapping("/claim/{id}/recompute")
    ModelAndView recompute(@PathVariable SubsidyClaimId id, Form form, Words t) {
        return submit(
                id,
                form,
                t,
                answers -> {
                    int version = answers.version();
                    return () -> service.recompute(id, version);
                },
                "subsidy.claim.recomputed");
    }

    private ModelAndView submit(
            SubsidyClaimId id, Form form, Words t, Function<FormValues, Runnable> read, String notice) {
        SubsidyClaim claim = claims.findById(id);
        return form.submit(
                read,
                act -> {
                    act.run();
                    SeeOther done = SeeOther.to(SubsidyContributions.url(id)).withNotice(notice);
                    SubsidyClaimState now = claims.findById(id).state();
                    return now == SubsidyClaimState.SENT || now == SubsidyClaimState.PAID
                            ? done.withUndo(SubsidyContributions.url(id) + "/take-back")
                            : done;
                },
                () -> page(claim, form, t));
    }

    @PostMapping("/claim/{id}/take-back")
    ModelAndView takeBack(@PathVariable SubsidyClaimId id) {
        service.takeBack(id);
        return SeeOther.to(SubsidyContributions.url(id)).withNotice("subsidy.claim.taken-back");
    }

    @PostMapping("/claim/{id}/delete")
    ModelAndView delete(@PathVariable SubsidyClaimId id) {
        String file = SubsidyContributions.url(claims.findById(id).subsidy());
        service.delete(id);
        return SeeOther.to(file).withNotice("subsidy.claim.deleted");
    }

    @PostMapping("/claim/{id}/proof/{position}")
    ModelAndView provide(@PathVariable SubsidyClaimId id, @PathVariable int position, Form form) {
        proofs.provide(id, position, form.filled("provided"));
        return SeeOther.to(SubsidyContributions.url(id)).withNotice("subsidy.saved");
    }

    @PostMapping("/claim/{id}/proof/{position}/file")
    ModelAndView attach(@PathVariable SubsidyClaimId id, @PathVariable int position, Form form, Words t) {
        SubsidyClaim claim = claims.findById(id);
        return form.submit(
                answers -> Optional.ofNullable(answers.file("file")),
                file -> {
                    if (file.isEmpty()) {
                        form.refuse("subsidy.refused.no-file");
                        return PageView.withErrors(page(claim, form, t));
                    }
                    try (PreparedDocument prepared =
                            documents.prepare(Upload.of(file.get().getOriginalFilename(), file.get()))) {
                        proofs.attach(id, position, prepared);
                    }
                    return SeeOther.to(SubsidyContributions.url(id)).withNotice("subsidy.saved");
                },
                () -> page(claim, form, t));
    }
}
