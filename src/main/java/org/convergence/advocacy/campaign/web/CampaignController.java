package org.convergence.advocacy.campaign.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.advocacy.campaign.CampaignPermissions;
import org.convergence.advocacy.campaign.domain.CampaignQueries;
import org.convergence.advocacy.campaign.domain.CampaignQueries.CampaignActRow;
import org.convergence.advocacy.campaign.domain.CampaignQueries.CampaignRow;
import org.convergence.advocacy.campaign.domain.CampaignQueries.CampaignTotal;
import org.convergence.advocacy.campaign.domain.CampaignService;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActId;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActKind;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignFacts;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignId;
import org.convergence.advocacy.campaign.web.CampaignPage.CampaignActPart;
import org.convergence.advocacy.campaign.web.CampaignPage.CampaignFormPage;
import org.convergence.advocacy.campaign.web.CampaignPage.CampaignItem;
import org.convergence.advocacy.campaign.web.CampaignPage.CampaignListPage;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of campaigns, the page of each with what it did apart from our part, and its form. */
@Controller
@RequestMapping("/advocacy/campaign")
@Requires(CampaignPermissions.FOLLOW)
record CampaignController(
        CampaignService service, CampaignQueries queries, CampaignForm forms, OrganisationSettings settings) {

    @GetMapping
    @Requires(CampaignPermissions.READ)
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        String total = total(queries.sumOurParts(null, today.minusYears(1)), t);
        return PageView.of(
                "advocacy/campaign/campaigns",
                new CampaignListPage(
                        queries.findAll(today).stream()
                                .map(row -> item(row, today, t))
                                .toList(),
                        total == null ? null : t.say("campaign.total.year", total),
                        CurrentActor.get().may(CampaignPermissions.FOLLOW)));
    }

    private static CampaignItem item(CampaignRow row, LocalDate today, Words t) {
        boolean over = row.endsOn() != null && row.endsOn().isBefore(today);
        boolean ahead = row.startsOn().isAfter(today);
        return new CampaignItem(
                CampaignPage.url(row.id()),
                row.name(),
                lead(row, t) + " · " + t.say("campaign.parts", row.parts()),
                over ? Tone.REST : ahead ? Tone.AHEAD : Tone.ACTIVE,
                t.say(over ? "campaign.state.over" : ahead ? "campaign.state.ahead" : "campaign.state.on"));
    }

    private static String lead(CampaignRow row, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say("campaign.led-by", row.leaderName()));
        if (!row.theme().isEmpty()) {
            detail.add(row.theme());
        }
        detail.add(t.period(row.startsOn(), row.endsOn()));
        return String.join(" · ", detail);
    }

    /** « 2 400 exemplaires relayés · 310 lettres · 12 h de notre temps ». */
    private static @Nullable String total(List<CampaignTotal> totals, Words t) {
        List<String> sums = new ArrayList<>();
        BigDecimal hours = BigDecimal.ZERO;
        for (CampaignTotal each : totals) {
            if (each.kind() == CampaignActKind.OTHER) {
                sums.add(t.say("campaign.sum.OTHER", each.acts()));
            } else {
                sums.add(
                        each.quantity() > 0
                                ? t.say("campaign.sum." + each.kind(), each.quantity())
                                : part(each.kind(), each.acts(), t));
            }
            hours = hours.add(each.hours());
        }
        if (hours.signum() > 0) {
            sums.add(t.say("campaign.sum.hours", t.hours(hours)));
        }
        return sums.isEmpty() ? null : String.join(" · ", sums);
    }

    /** « Matériel relayé : 2 ». */
    private static String part(CampaignActKind kind, long number, Words t) {
        return t.say("campaign.acts", t.say("campaign.part." + kind), number);
    }

    @GetMapping("/{id}")
    @Requires(CampaignPermissions.READ)
    ModelAndView show(@PathVariable CampaignId id, Words t) {
        return page(
                id,
                Form.blank()
                        .with(CampaignForm.KIND.name(), CampaignActKind.RELAYED)
                        .with(CampaignForm.DAY.name(), settings.today()),
                t);
    }

    private ModelAndView page(CampaignId id, Form form, Words t) {
        CampaignRow it = queries.findById(id);
        List<CampaignActRow> acts = queries.findActs(id);
        return PageView.of(
                "advocacy/campaign/campaign",
                new CampaignPage(
                        CampaignPage.url(id),
                        it.name(),
                        lead(it, t),
                        it.asked(),
                        PartyUrls.of(it.leader()),
                        it.leaderName(),
                        it.url().isEmpty() ? null : it.url(),
                        acts(id, acts, false, t),
                        acts(id, acts, true, t),
                        total(queries.sumOurParts(id, LocalDate.EPOCH), t),
                        CurrentActor.get().may(CampaignPermissions.FOLLOW) ? form : null));
    }

    private static List<CampaignActPart> acts(CampaignId id, List<CampaignActRow> acts, boolean ours, Words t) {
        return acts.stream()
                .filter(each -> each.kind().isOurs() == ours)
                .map(each -> new CampaignActPart(
                        CampaignPage.url(id) + "/acts/" + each.id().value(),
                        each.what(),
                        detail(each, t),
                        each.source().isEmpty() ? null : each.source(),
                        each.realisation() == null
                                ? null
                                : "/plan/realisation/" + each.realisation().value(),
                        each.kind() == CampaignActKind.RESULT ? Tone.OK : null,
                        t.say(each.kind().key())))
                .toList();
    }

    private static String detail(CampaignActRow row, Words t) {
        List<String> detail = new ArrayList<>(List.of(t.date(row.happenedOn())));
        if (row.kind().isOurs()) {
            detail.add(
                    row.quantity() == null
                            ? t.say("campaign.part." + row.kind())
                            : row.kind() == CampaignActKind.OTHER
                                    ? part(row.kind(), row.quantity(), t)
                                    : t.say("campaign.sum." + row.kind(), row.quantity()));
        }
        if (row.hours() != null) {
            detail.add(t.hours(row.hours()));
        }
        return String.join(" · ", detail);
    }

    @GetMapping("/new")
    ModelAndView open() {
        return formPage(null, Form.blank().with(CampaignForm.STARTS.name(), settings.today()));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(forms::read, facts -> saved(service.save(null, 0, facts)), () -> formPage(null, form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable CampaignId id) {
        CampaignRow it = queries.findById(id);
        return formPage(it, CampaignForm.open(it));
    }

    private record CampaignCorrection(int version, CampaignFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable CampaignId id, Form form) {
        return form.submit(
                answers -> new CampaignCorrection(answers.version(), forms.read(answers)),
                input -> saved(service.save(id, input.version(), input.facts())),
                () -> formPage(queries.findById(id), form));
    }

    private static ModelAndView saved(CampaignId id) {
        return SeeOther.to(CampaignPage.url(id)).withNotice("campaign.saved");
    }

    private ModelAndView formPage(@Nullable CampaignRow it, Form form) {
        String url = it == null ? CampaignPage.LIST : CampaignPage.url(it.id());
        return PageView.of(
                "advocacy/campaign/campaign-form",
                new CampaignFormPage(
                        it == null ? "campaign.new" : "campaign.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        forms.leader(form),
                        forms.lines(form)));
    }

    @PostMapping("/{id}/acts")
    ModelAndView addAct(@PathVariable CampaignId id, Form form, Words t) {
        return form.submit(
                CampaignForm::readAct,
                facts -> {
                    service.addAct(id, facts);
                    return SeeOther.to(CampaignPage.url(id))
                            .withNotice(facts.kind().isOurs() ? "campaign.saved.ours" : "campaign.saved");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/acts/{act}/remove")
    ModelAndView removeAct(@PathVariable CampaignId id, @PathVariable CampaignActId act, Words t) {
        service.removeAct(id, act, t.say("campaign.removed"));
        return SeeOther.to(CampaignPage.url(id)).withNotice("campaign.removed");
    }
}
