package org.convergence.resources.appeal.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.convergence.resources.appeal.domain.Appeal;
import org.convergence.resources.appeal.domain.Appeal.AppealKind;
import org.convergence.resources.appeal.domain.AppealLetterSender;
import org.convergence.resources.appeal.domain.AppealService;
import org.convergence.resources.appeal.web.AppealPage.PublicAppealPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public page of an appeal: open, or closed with its account if that is shown. It asks for nothing here. */
@Controller
@RequestMapping("/public/appeal/{code}")
@Open("public words, from the first day of the appeal on")
record AppealPublicController(
        AppealService appeals, PublicLanguages languages, PeopleDirectory people, OrganisationSettings settings) {

    /** Reads the partner's name, which the public words of the appeal say. */
    private static final Actor READER = Actor.system("appeal page");

    @GetMapping
    ModelAndView show(@PathVariable String code, PublicVisit visit) {
        Appeal appeal = appeals.findPublic(code).orElseThrow(() -> new NotFound("appeal"));
        Words asked = visit.words();
        Words t = appeal.findText(asked.language()) == null ? languages.wordsFor(Language.FRENCH.code()) : asked;
        boolean open = appeal.isOpen(settings.today());
        String partner = CurrentActor.callAs(
                        READER, () -> Optional.ofNullable(AppealController.partner(appeal, people)))
                .orElse(null);
        return PageView.of(
                "resources/appeal/public",
                new PublicAppealPage(
                        t,
                        appeal.textIn(t.language()),
                        appeal,
                        t.say(
                                "public.appeal.by." + appeal.kind(),
                                settings.current().name(),
                                String.valueOf(partner)),
                        appeal.closesOn() == null
                                ? null
                                : t.say(open ? "public.appeal.until" : "public.appeal.closed", appeal.closesOn()),
                        open && !appeal.link().isEmpty() ? appeal.link() : null,
                        appeal.kind() == AppealKind.OWN ? reach(t) : List.of(),
                        open,
                        partner,
                        appeal.showsRaised() && appeal.kind() == AppealKind.OWN ? appeals.findAccount(appeal) : null,
                        AppealLetterSender.PATH + code,
                        visit.otherOptions(t).stream()
                                .filter(each -> appeal.findText(Language.of(each.value())) != null)
                                .toList()));
    }

    /** Where and how a gift reaches the organisation, in lines. */
    private List<String> reach(Words t) {
        OrganisationIdentity own = settings.current().identity();
        return Stream.of(Stream.of(own.contact()), own.address().lines(), own.paymentLines(t).stream())
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
