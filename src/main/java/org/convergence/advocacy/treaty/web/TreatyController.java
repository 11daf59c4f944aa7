package org.convergence.advocacy.treaty.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.PetitionService;
import org.convergence.advocacy.treaty.domain.PetitionService.Petition;
import org.convergence.advocacy.treaty.domain.TreatyQueries;
import org.convergence.advocacy.treaty.domain.TreatyQueries.TreatyFactRow;
import org.convergence.advocacy.treaty.domain.TreatyQueries.TreatyRow;
import org.convergence.advocacy.treaty.domain.TreatyService;
import org.convergence.advocacy.treaty.domain.TreatyService.InstrumentKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyAim;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactId;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.advocacy.treaty.web.TreatyPage.FactPart;
import org.convergence.advocacy.treaty.web.TreatyPage.MovedPart;
import org.convergence.advocacy.treaty.web.TreatyPage.PetitionFact;
import org.convergence.advocacy.treaty.web.TreatyPage.PetitionPart;
import org.convergence.advocacy.treaty.web.TreatyPage.PlaceFacts;
import org.convergence.advocacy.treaty.web.TreatyPage.TreatyAskPart;
import org.convergence.advocacy.treaty.web.TreatyPage.TreatyFormPage;
import org.convergence.advocacy.treaty.web.TreatyPage.TreatyItem;
import org.convergence.advocacy.treaty.web.TreatyPage.TreatyListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Treaties, bills and cases: the list with what moved since a day, and the page of each with its facts. */
@Controller
@RequestMapping("/advocacy/treaty")
@Requires(TreatyPermissions.FOLLOW)
record TreatyController(
        TreatyService service, TreatyQueries queries, PetitionService petitions, OrganisationSettings settings) {

    @GetMapping
    @Requires(TreatyPermissions.READ)
    ModelAndView list(Form form, Words t) {
        LocalDate usual = queries.findLastAssembly(settings.today())
                .orElse(settings.today().minusYears(1));
        LocalDate since;
        try {
            since = Objects.requireNonNullElse(form.read(answers -> answers.find(TreatyForm.SINCE)), usual);
        } catch (FieldsRefused unreadable) {
            return PageView.withErrors(list(form, usual, t));
        }
        return list(form.with(TreatyForm.SINCE.name(), since), since, t);
    }

    private ModelAndView list(Form form, LocalDate since, Words t) {
        return PageView.of(
                "advocacy/treaty/treaties",
                new TreatyListPage(
                        queries.findAll().stream().map(row -> item(row, t)).toList(),
                        form,
                        t.say("treaty.moved.since", since),
                        queries.findMovedSince(since).stream()
                                .map(row -> new MovedPart(
                                        TreatyPage.url(row.treaty()),
                                        t.say(
                                                "text.labelled",
                                                row.code() + ", " + TreatyPage.place(row.country(), t),
                                                what(row, t)),
                                        row.words().isEmpty() ? row.source() : row.words() + " · " + row.source()))
                                .toList(),
                        CurrentActor.get().may(TreatyPermissions.FOLLOW)));
    }

    private TreatyItem item(TreatyRow row, Words t) {
        List<String> detail = new ArrayList<>(List.of(TreatyPage.lead(row, t)));
        if (!row.countries().isEmpty()) {
            detail.add(t.list(row.countries().stream()
                    .map(code -> new Country(code).name(t))
                    .toList()));
        }
        LocalDate next = row.nextCheckOn();
        if (next != null) {
            detail.add(t.say("treaty.check", next));
        }
        return new TreatyItem(
                TreatyPage.url(row.id()),
                name(row),
                String.join(" · ", detail),
                next != null && next.isBefore(settings.today()));
    }

    private static String name(TreatyRow row) {
        return row.code() + ", " + row.title();
    }

    private static String what(TreatyFactRow row, Words t) {
        String kind = row.count() == null ? t.say(row.kind().key()) : t.say("treaty.petition.count", row.count());
        return row.happenedOn() == null ? kind : t.say("treaty.fact.on", kind, row.happenedOn());
    }

    @GetMapping("/new")
    ModelAndView open() {
        return formPage(Form.blank()
                .with(TreatyForm.KIND.name(), InstrumentKind.TREATY)
                .with(TreatyForm.AIM.name(), TreatyAim.RATIFICATION));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                TreatyForm::readTreaty,
                facts -> SeeOther.to(TreatyPage.url(service.add(facts))
                                + (facts.kind() == InstrumentKind.PETITION ? "/petition" : ""))
                        .withNotice("treaty.added"),
                () -> formPage(form));
    }

    private static ModelAndView formPage(Form form) {
        return PageView.of("advocacy/treaty/treaty-form", new TreatyFormPage(form));
    }

    @GetMapping("/{id}")
    @Requires(TreatyPermissions.READ)
    ModelAndView show(@PathVariable TreatyId id, Words t) {
        LocalDate today = settings.today();
        Form form = Form.blank()
                .with(TreatyForm.FACT.name(), TreatyFactKind.RATIFIED)
                .with(TreatyForm.CHECKED.name(), today)
                .with(TreatyForm.NEXT.name(), today.plusMonths(TreatyService.MONTHS_TO_CHECK));
        return page(id, form, t);
    }

    private ModelAndView page(TreatyId id, Form form, Words t) {
        TreatyRow it = queries.findById(id);
        LocalDate today = settings.today();
        Map<String, List<FactPart>> places = new LinkedHashMap<>();
        List<TreatyFactRow> facts = queries.findFacts(id);
        facts.stream()
                .filter(row -> row.count() == null)
                .forEach(row -> places.computeIfAbsent(TreatyPage.place(row.country(), t), key -> new ArrayList<>())
                        .add(fact(row, today, t)));
        List<TreatyQueries.TreatyAskRow> asks = queries.findAsks(id);
        return PageView.of(
                "advocacy/treaty/treaty",
                new TreatyPage(
                        TreatyPage.url(id),
                        name(it),
                        TreatyPage.lead(it, t),
                        it.url().isEmpty() ? null : it.url(),
                        it.kind() == InstrumentKind.PETITION ? petition(it, facts, today, t) : null,
                        TreatyTimeline.draw(facts, today, t),
                        places.entrySet().stream()
                                .map(each -> new PlaceFacts(each.getKey(), each.getValue()))
                                .toList(),
                        asks(id, asks, true),
                        asks(id, asks, false),
                        CurrentActor.get().may(TreatyPermissions.FOLLOW) ? form : null));
    }

    private PetitionPart petition(TreatyRow it, List<TreatyFactRow> facts, LocalDate today, Words t) {
        Petition petition = petitions.find(it.id()).orElse(null);
        return new PetitionPart(
                petition != null,
                petition != null && petition.isOpen(today) && !it.url().isEmpty() ? it.url() : null,
                petition == null ? List.of() : format(petition, today, t),
                facts.stream()
                        .filter(row -> row.count() != null)
                        .map(row -> fact(row, today, t))
                        .toList());
    }

    private static List<TreatyAskPart> asks(TreatyId id, List<TreatyQueries.TreatyAskRow> asks, boolean attached) {
        return asks.stream()
                .filter(each -> each.attached() == attached)
                .map(each -> new TreatyAskPart(
                        TreatyPage.url(id) + "/asks/" + each.id().value(), each.words()))
                .toList();
    }

    private static FactPart fact(TreatyFactRow row, LocalDate today, Words t) {
        LocalDate next = row.nextCheckOn();
        return new FactPart(
                TreatyPage.url(row.treaty()) + "/facts/" + row.id().value(),
                what(row, t),
                row.words(),
                t.say("treaty.source", row.source()),
                next == null
                        ? t.say("treaty.checked", row.checkedOn())
                        : t.say("treaty.checked.next", row.checkedOn(), next),
                next != null && next.isBefore(today),
                next != null);
    }

    @PostMapping("/{id}/facts")
    ModelAndView addFact(@PathVariable TreatyId id, Form form, Words t) {
        return form.submit(
                TreatyForm::readFact,
                fact -> {
                    service.addFact(id, fact);
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    private static ModelAndView saved(TreatyId id) {
        return SeeOther.to(TreatyPage.url(id)).withNotice("treaty.saved");
    }

    @PostMapping("/{id}/facts/{fact}/confirm")
    ModelAndView confirm(@PathVariable TreatyId id, @PathVariable TreatyFactId fact) {
        service.confirm(fact);
        return SeeOther.to(TreatyPage.url(id)).withNotice("treaty.confirmed", TreatyService.MONTHS_TO_CHECK);
    }

    @PostMapping("/{id}/facts/{fact}/settle")
    ModelAndView settle(@PathVariable TreatyId id, @PathVariable TreatyFactId fact) {
        service.settle(fact);
        return saved(id);
    }

    @PostMapping("/{id}/facts/{fact}/remove")
    ModelAndView removeFact(@PathVariable TreatyId id, @PathVariable TreatyFactId fact) {
        service.removeFact(fact);
        return saved(id);
    }

    @PostMapping("/{id}/asks/{ask}/attach")
    ModelAndView attach(@PathVariable TreatyId id, @PathVariable AskId ask) {
        service.setAsk(id, ask, true);
        return saved(id);
    }

    @PostMapping("/{id}/asks/{ask}/detach")
    ModelAndView detach(@PathVariable TreatyId id, @PathVariable AskId ask) {
        service.setAsk(id, ask, false);
        return saved(id);
    }

    static List<PetitionFact> format(Petition it, LocalDate today, Words t) {
        LocalDate due = it.answerDue();
        List<PetitionFact> facts = new ArrayList<>();
        facts.add(new PetitionFact(
                t.say("treaty.field.parliament"), t.say(it.parliament().key())));
        if (!it.sponsor().isEmpty()) {
            facts.add(new PetitionFact(t.say("treaty.field.sponsor"), it.sponsor()));
        }
        facts.add(new PetitionFact(
                t.say("treaty.petition.signed"),
                it.closesOn() == null
                        ? t.say("treaty.petition.since", it.opensOn())
                        : t.period(it.opensOn(), it.closesOn())));
        if (it.tabledOn() != null) {
            facts.add(new PetitionFact(t.say("treaty.field.tabled_on"), t.date(it.tabledOn())));
        }
        if (it.answeredOn() != null) {
            facts.add(new PetitionFact(t.say("treaty.field.answered_on"), t.date(it.answeredOn())));
        } else if (due != null) {
            facts.add(new PetitionFact(t.say("treaty.petition.answer-due"), t.by(due, today)));
        }
        if (!it.answer().isEmpty()) {
            facts.add(new PetitionFact(t.say("treaty.field.answer"), it.answer()));
        }
        return facts;
    }
}
