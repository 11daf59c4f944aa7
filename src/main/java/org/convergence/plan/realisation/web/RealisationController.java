package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationSection;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.plan.realisation.domain.RealisationCorrectionService;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationQueries.FullRealisation;
import org.convergence.plan.realisation.domain.RealisationQueries.RealisationRights;
import org.convergence.plan.realisation.domain.RealisationQueries.ServedPlan;
import org.convergence.plan.realisation.web.RealisationPage.RealisationFilesPart;
import org.convergence.plan.realisation.web.RealisationPage.RealisationWithdrawalPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAccess;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One realisation: its page, correction, confirmation, withdrawal and restoration. */
@Controller
@RequestMapping("/plan/realisation/{id}")
@Requires(RealisationPermissions.RECORD)
class RealisationController {

    private final RealisationQueries realisations;
    private final RealisationCorrectionService correction;
    private final RealisationForm forms;
    private final RealisationFormPageAssembler formPages;
    private final ContributionPreview outcome;
    private final OrganisationSettings settings;
    private final List<RealisationSection> sections;
    private final RealisationAttachmentService attachments;
    private final PageAccess access;

    RealisationController(
            RealisationQueries realisations,
            RealisationCorrectionService correction,
            RealisationForm forms,
            RealisationFormPageAssembler formPages,
            ContributionPreview outcome,
            OrganisationSettings settings,
            List<RealisationSection> sections,
            RealisationAttachmentService attachments,
            PageAccess access) {
        this.access = access;
        this.realisations = realisations;
        this.correction = correction;
        this.forms = forms;
        this.formPages = formPages;
        this.outcome = outcome;
        this.settings = settings;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(RealisationSection::order))
                .toList();
        this.attachments = attachments;
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("plan/realisation/realisation", page(new RealisationId(id), t));
    }

    /** Undoes the author's recording. The form is shown again with its values, to be corrected. */
    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID id, Words t) {
        correction.undo(new RealisationId(id), t.say("realisation.undo.reason"));
        return SeeOther.to(RealisationPage.LIST + "/new?again=" + id).withNotice("realisation.undone");
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id) {
        return withdraw(id, Form.blank());
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> answers.text("reason", 2_000),
                reason -> correction.withdraw(new RealisationId(id), reason),
                SeeOther.to(RealisationPage.LIST + "/" + id)
                        .withNotice("realisation.withdrawn")
                        .withUndo(RealisationPage.LIST + "/" + id + "/restore"),
                () -> withdraw(id, form));
    }

    private ModelAndView withdraw(UUID id, Form form) {
        var it = realisations.findForCorrection(new RealisationId(id));
        return PageView.of(
                "plan/realisation/withdraw",
                new RealisationWithdrawalPage(id, it.happening().title(), form));
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable UUID id) {
        correction.restore(new RealisationId(id));
        return SeeOther.to(RealisationPage.LIST + "/" + id).withNotice("realisation.restored");
    }

    private record RealisationChange(int version, RealisationEntry entry) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        return formPage(it, forms.fill(it, t), null, t);
    }

    /**
     * Confirms a planned realisation: the recording form with the planned values.
     *
     * @param from where to go afterwards
     */
    @GetMapping("/done")
    ModelAndView done(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        Form form = forms.fill(it, t).with("from", from).with("happened", it.state() == RealisationState.PLANNED);
        if (it.happening().when().to().isAfter(forms.today())) {
            form.with("when", RealisationDateFields.TODAY);
        }
        return formPage(it, form, null, t);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        return form.submit(
                answers -> new RealisationChange(
                        answers.version(),
                        it.source() == null ? forms.read(form, answers) : forms.readAttribution(it, form, answers)),
                corrected -> {
                    correction.correct(it.id(), corrected.version(), corrected.entry());
                    return form.filled("happened")
                            ? outcome.message(form, it.id(), corrected.entry(), t)
                            : SeeOther.to(RealisationPage.url(it.id(), "")).withNotice("realisation.corrected");
                },
                () -> formPage(it, form, null, t),
                since -> {
                    FullRealisation stands = realisations.findForCorrection(it.id());
                    return formPage(stands, form, forms.compare(form, stands, since, t), t);
                });
    }

    private ModelAndView formPage(FullRealisation it, Form form, @Nullable Conflict conflict, Words t) {
        boolean happened = form.filled("happened");
        String itself = RealisationPage.url(it.id(), "");
        var frame = new RealisationFormPage.RealisationFormFrame(
                happened ? "realisation.done" : "realisation.edit",
                RealisationPage.url(it.id(), "/edit"),
                happened ? ContributionPreview.returnAddress(form, itself) : itself,
                it.happening().title());
        var source = it.source();
        var sourced = source == null
                ? null
                : new RealisationFormPage.SourcedFacts(
                        RealisationFormatter.facts(it.happening(), it.amounts(), it.worked(), true, t), source.url());
        return PageView.of("plan/realisation/edit", formPages.assemble(frame, form, sourced, conflict, t));
    }

    RealisationPage page(RealisationId id, Words t) {
        FullRealisation it = realisations.findById(id);
        String narrative = it.telling().narrative();
        var source = it.source();
        Map<ActionId, ActionTarget> ignoring = realisations.findIgnoringTargets(it);
        boolean isCounted = ignoring.size() < it.telling().actions().size();
        return new RealisationPage(
                id.value(),
                it.happening().title(),
                RealisationFormatter.tone(it.state()),
                t.say(it.state().key()),
                t.ago(it.happening().when().to(), settings.today()),
                it.state() == RealisationState.WITHDRAWN
                        ? RealisationFormatter.withdrawn(it.withdrawnReason(), t)
                        : null,
                RealisationFormatter.facts(it.happening(), it.amounts(), it.worked(), isCounted, t),
                realisations.served(it).stream()
                        .map(each -> served(each, ignoring, t))
                        .toList(),
                realisations.organisations(it).stream()
                        .map(each -> new RealisationPage.OrganisationPageLink(each.name(), PartyUrls.of(each.id())))
                        .toList(),
                narrative.isBlank() ? null : Markdown.toHtml(narrative, 2),
                it.telling().links(),
                source == null ? null : new RealisationPage.RealisationSourceLink(openable(source.url())),
                sections(it, t),
                files(it.id(), actions(it).corrects(), t),
                actions(it),
                ChangeHistory.of(realisations.changes(id), "realisation", t, RealisationFormatter.valueNames(t)));
    }

    private @Nullable String openable(@Nullable String url) {
        return url == null || !access.mayOpen(url) ? null : url;
    }

    private List<RealisationSection.RealisationSectionContent> sections(FullRealisation it, Words t) {
        return it.state() == RealisationState.WITHDRAWN
                ? List.of()
                : sections.stream()
                        .filter(section -> CurrentActor.get().may(section.permission()))
                        .flatMap(section -> section.show(it.id(), it.telling().actions(), t).stream())
                        .toList();
    }

    private RealisationPage.RealisationActions actions(FullRealisation it) {
        RealisationRights rights = realisations.rights(it.id());
        boolean gone = it.state() == RealisationState.WITHDRAWN;
        boolean ours = it.source() == null;
        return new RealisationPage.RealisationActions(
                rights.correct() && ours && it.state() == RealisationState.PLANNED,
                rights.correct() && !gone,
                CurrentActor.get().may(RealisationPermissions.RECORD),
                rights.correct() && ours && !gone,
                rights.correct() && ours && gone);
    }

    private static RealisationPage.ServedPlanLines served(
            ServedPlan of, Map<ActionId, ActionTarget> ignoring, Words t) {
        List<RealisationPage.ServedLine> lines = of.lines().stream()
                .map(each -> line(each, ignoring.get(each.id()), t))
                .toList();
        return new RealisationPage.ServedPlanLines(
                of.plan().title(), "/plan/actionplan/" + of.plan().id().value(), lines);
    }

    private static RealisationPage.ServedLine line(PlanLine line, @Nullable ActionTarget ignoring, Words t) {
        return new RealisationPage.ServedLine(
                line.label(),
                line.meansTitle(),
                "/plan/actionplan/action/" + line.id().value(),
                ignoring == null ? null : t.say("realisation.ignored", ignoring.amount(t)));
    }

    /** @param mayChange whether the actor may attach and describe */
    RealisationFilesPart files(RealisationId id, boolean mayChange, Words t) {
        List<RealisationFilesPart.ShownFile> photographs = new ArrayList<>();
        List<RealisationFilesPart.ShownFile> papers = new ArrayList<>();
        for (AttachedFile each : attachments.findByRealisation(id)) {
            boolean photograph = each.kind() == AttachmentKind.PHOTOGRAPH;
            (photograph ? photographs : papers).add(shown(each, mayChange, t));
        }
        return new RealisationFilesPart(photographs, papers, mayChange ? filesUrl(id) : null);
    }

    private static RealisationFilesPart.ShownFile shown(AttachedFile it, boolean mayChange, Words t) {
        boolean photograph = it.kind() == AttachmentKind.PHOTOGRAPH;
        return new RealisationFilesPart.ShownFile(
                it.document(),
                it.caption(),
                alternative(it, t),
                photograph
                        ? t.say("realisation.publish." + (it.publishable() ? "yes" : "internal"))
                        : t.say("realisation.attachment.kind", it.kind().name()),
                it.readable(),
                mayChange
                        ? filesUrl(it.realisation()) + "/" + it.document().id().value()
                        : null);
    }

    /** The text alternative; by default, that it is a photograph. */
    private static String alternative(AttachedFile it, Words t) {
        if (!it.alternative().isEmpty()) {
            return it.alternative();
        }
        return it.caption().isEmpty()
                ? t.say("realisation.attachment.kind", it.kind().name())
                : it.caption();
    }

    static String filesUrl(RealisationId id) {
        return RealisationPage.url(id, "/documents");
    }
}
