package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.ProspectCampaignService;
import org.convergence.resources.prospect.domain.ProspectCampaignService.CampaignFigures;
import org.convergence.resources.prospect.domain.ProspectCampaignService.ProspectCampaign;
import org.convergence.resources.prospect.domain.ProspectCampaignService.ProspectCampaignFacts;
import org.convergence.resources.prospect.web.ProspectListPage.CampaignPart;
import org.convergence.resources.prospect.web.ProspectListPage.ProspectCampaignFormPage;
import org.convergence.resources.prospect.web.ProspectListPage.ProspectCampaignListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns of recruitment with the figures of their period, by follower. */
@Controller
@RequestMapping("/resources/prospect/campaigns")
@Requires(ProspectPermissions.FOLLOW)
record ProspectCampaignController(ProspectCampaignService campaigns, OrganisationSettings settings) {

    static final String PATH = "/resources/prospect/campaigns";

    private record CampaignInput(int version, ProspectCampaignFacts facts) {}

    @GetMapping
    @Requires(ProspectPermissions.READ)
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        List<CampaignFigures> figures = campaigns.findFigures();
        return PageView.of(
                "resources/prospect/campaigns",
                new ProspectCampaignListPage(
                        campaigns.findAll().stream()
                                .map(each -> new CampaignPart(
                                        PATH + "/" + each.id() + "/edit",
                                        each.name(),
                                        t.period(each.startsOn(), each.endsOn()),
                                        !today.isBefore(each.startsOn()) && !today.isAfter(each.endsOn()),
                                        figures.stream()
                                                .filter(row -> row.campaign().equals(each.id()))
                                                .toList()))
                                .toList(),
                        CurrentActor.get().may(ProspectPermissions.FOLLOW)));
    }

    @GetMapping("/new")
    ModelAndView add() {
        return page(null, Form.blank());
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return save(null, form);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        ProspectCampaign it = campaigns.findById(id);
        return page(it, ProspectCampaignForm.FIELDS.open(it).atVersion(it.version()));
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form) {
        return save(campaigns.findById(id), form);
    }

    private ModelAndView save(@Nullable ProspectCampaign it, Form form) {
        return form.submit(
                answers -> read(it, answers),
                input -> {
                    campaigns.save(it == null ? null : it.id(), input.version(), input.facts());
                    return SeeOther.to(PATH).withNotice("prospect.saved");
                },
                () -> page(it, form));
    }

    private static CampaignInput read(@Nullable ProspectCampaign it, FormValues answers) {
        LocalDate starts = answers.get(ProspectCampaignForm.STARTS);
        LocalDate ends = answers.get(ProspectCampaignForm.ENDS);
        if (ends.isBefore(starts)) {
            answers.reject(ProspectCampaignForm.ENDS.name(), "prospect.refused.days");
        }
        return new CampaignInput(
                it == null ? 0 : answers.version(),
                new ProspectCampaignFacts(
                        answers.get(ProspectCampaignForm.NAME).replaceAll("\\s+", " "), starts, ends));
    }

    private static ModelAndView page(@Nullable ProspectCampaign it, Form form) {
        return PageView.of(
                "resources/prospect/campaign-form",
                new ProspectCampaignFormPage(
                        form, it == null ? PATH + "/new" : PATH + "/" + it.id() + "/edit", PATH, it == null));
    }
}
