package org.convergence.education.workshop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.domain.PublicRequestService;
import org.convergence.education.workshop.domain.PublicRequestService.RequestStatus;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopRequest.RefusalAnswer;
import org.convergence.education.workshop.domain.WorkshopRequestFacts;
import org.convergence.education.workshop.domain.WorkshopSession;
import org.convergence.education.workshop.web.WorkshopPage.PublicAskPage;
import org.convergence.education.workshop.web.WorkshopPage.PublicCataloguePage;
import org.convergence.education.workshop.web.WorkshopPage.PublicStatusPage;
import org.convergence.education.workshop.web.WorkshopPage.PublicWorkshop;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFact;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.Refused;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public catalogue, the form by which anyone asks, and the status page of a request. */
@Controller
@RequestMapping("/public/workshops")
@Open("anyone may ask for a workshop")
record WorkshopPublicController(
        WorkshopCatalogue catalogue,
        PublicRequestService requests,
        WorkshopRequestForm forms,
        CopyOrderFormatter orders,
        CataloguePaperWriter papers,
        OrganisationSettings settings) {

    private static final String PATH = "/public/workshops";
    private static final String ASK = PATH + "/ask";
    private static final String COPIES = PATH + "/copies";
    private static final String FORM = "workshop";

    @Bean
    static SecretAddress workshopAddress() {
        return new SecretAddress(PublicRequestService.PATH);
    }

    @GetMapping
    ModelAndView list(PublicVisit visit) {
        Words t = visit.words();
        return PageView.of(
                "education/workshop/public-catalogue",
                new PublicCataloguePage(
                        t,
                        settings.current().name(),
                        PATH,
                        visit.otherOptions(t),
                        orders.tools(null).isEmpty() ? null : in(COPIES, t),
                        in(PATH + "/catalogue.pdf", t),
                        catalogue.findPublished().stream()
                                .map(each -> new PublicWorkshop(
                                        each.title(),
                                        each.theme() + " · " + WorkshopFormatter.offer(each, t),
                                        each.outline(),
                                        each.kitUrl(),
                                        in(ASK, t) + "&workshop=" + each.id()))
                                .toList()));
    }

    /** The catalogue, to be printed or put on a wall. */
    @GetMapping("/catalogue.pdf")
    void print(PublicVisit visit, HttpServletResponse response) throws IOException {
        visit.open();
        papers.write(catalogue.findPublished(), ASK, visit.words(), response);
    }

    private static String in(String address, Words t) {
        return address + "?in=" + t.language().code();
    }

    @GetMapping("/ask")
    ModelAndView ask(Form asked, PublicVisit visit) {
        visit.open();
        Words t = visit.words();
        Form form = Form.blank()
                .with(WorkshopRequestForm.KIND.name(), WorkshopRequestKind.REQUEST)
                .with("workshop", asked.value("workshop"));
        return askPage(form, t, visit);
    }

    @PostMapping("/ask")
    ModelAndView ask(PublicVisit visit, Form form) {
        Words t = visit.words();
        return visit.submit(
                FORM,
                form,
                answers -> forms.readPublic(answers, t.language().code()),
                facts -> SeeOther.to(in(PublicRequestService.PATH + requests.receiveByForm(known(facts)), t)),
                () -> askPage(form, t, visit));
    }

    /** The form by which anyone orders printed copies of a tool. */
    @GetMapping("/copies")
    ModelAndView order(Form asked, PublicVisit visit) {
        visit.open();
        return orderPage(Form.blank().with("tool", asked.value("tool")), visit.words(), visit);
    }

    @PostMapping("/copies")
    ModelAndView order(PublicVisit visit, Form form) {
        Words t = visit.words();
        return visit.submit(
                FORM,
                form,
                answers -> forms.readOrder(answers, t.language().code()),
                facts ->
                        SeeOther.to(in(PublicRequestService.PATH + requests.receiveByForm(facts.withoutWorkshop()), t)),
                () -> orderPage(form, t, visit));
    }

    private ModelAndView orderPage(Form form, Words t, PublicVisit visit) {
        return PageView.of(
                "education/workshop/public-copies",
                new PublicAskPage(
                        t,
                        settings.current().name(),
                        COPIES,
                        in(COPIES, t),
                        visit.otherOptions(t),
                        form,
                        visit.shield(FORM),
                        orders.tools(null),
                        WorkshopFormatter.regions()));
    }

    /** An id that is not in the public catalogue is dropped. */
    private WorkshopRequestFacts known(WorkshopRequestFacts facts) {
        WorkshopId chosen = facts.workshop();
        boolean known = chosen == null
                || catalogue.findPublished().stream()
                        .anyMatch(each -> each.typedId().equals(chosen));
        return known ? facts : facts.withoutWorkshop();
    }

    private ModelAndView askPage(Form form, Words t, PublicVisit visit) {
        return PageView.of(
                "education/workshop/public-ask",
                new PublicAskPage(
                        t,
                        settings.current().name(),
                        ASK,
                        in(ASK, t),
                        visit.otherOptions(t),
                        form,
                        visit.shield(FORM),
                        catalogue.findPublished().stream()
                                .map(each -> Option.of(each.typedId(), each.title()))
                                .toList(),
                        WorkshopFormatter.places(t)));
    }

    @GetMapping("/request/{secret}")
    ModelAndView status(@PathVariable String secret, PublicVisit visit) {
        RequestStatus status = visit.open(secret, () -> requests.open(secret));
        WorkshopRequestFacts facts = status.request().facts();
        Words t = visit.words(List.of(facts.language()));
        WorkshopRequestState state = status.request().state();
        WorkshopSession session = status.session();
        List<String> lines = new ArrayList<>();
        if (session != null && state.hasSession()) {
            lines.add(WorkshopFormatter.when(session.day(), session.begins(), t));
            lines.add(WorkshopFormatter.place(session.region(), session.place(), t));
        }
        RefusalAnswer answer = status.request().answer();
        if (answer != null) {
            lines.add(t.say("public.workshop.letter.offer." + answer.alternative()));
            lines.add(answer.note());
        }
        List<WorkshopFact> shown = new ArrayList<>();
        shown.add(new WorkshopFact(t.say("public.workshop.field.asker"), facts.asker()));
        String order = orders.describe(facts.order(), t);
        if (order != null) {
            shown.add(new WorkshopFact(t.say("public.workshop.field.tool"), order));
        }
        if (status.workshop() != null) {
            shown.add(new WorkshopFact(t.say("public.workshop.field.workshop"), status.workshop()));
        }
        if (!facts.wishedDays().isEmpty()) {
            shown.add(new WorkshopFact(
                    t.say("public.workshop.field.wished"),
                    t.list(facts.wishedDays().stream().map(t::dayAndDate).toList())));
        }
        String address = PublicRequestService.PATH + secret;
        return PageView.of(
                "education/workshop/public-status",
                new PublicStatusPage(
                        t,
                        address,
                        in(address, t),
                        visit.otherOptions(t),
                        facts.kind().name(),
                        state.isOpen()
                                ? t.say(
                                        status.request().promisedOn().isBefore(settings.today())
                                                ? "public.workshop.status.late"
                                                : "public.workshop.status.waits",
                                        t.dayAndDate(status.request().promisedOn()))
                                : t.say(
                                        order != null && state == WorkshopRequestState.ANSWERED
                                                ? "public.workshop.status.copies"
                                                : "public.workshop.status." + state),
                        lines.stream().filter(each -> !each.isEmpty()).toList(),
                        status.kitUrl(),
                        state == WorkshopRequestState.OFFERED,
                        state.isOpen() || state.hasSession(),
                        shown));
    }

    @PostMapping("/request/{secret}")
    ModelAndView answer(
            @PathVariable String secret,
            @RequestParam(name = "answer", required = false) @Nullable String answer,
            PublicVisit visit) {
        visit.open(secret, () -> requests.open(secret));
        Words t = visit.words();
        if ("accept".equals(answer) || "withdraw".equals(answer)) {
            try {
                requests.answerByLink(secret, "accept".equals(answer));
            } catch (Refused meanwhile) {
                // Staff answered meanwhile: the page tells what became of the request.
                return SeeOther.to(in(PublicRequestService.PATH + secret, t));
            }
        }
        return SeeOther.to(in(PublicRequestService.PATH + secret, t));
    }
}
