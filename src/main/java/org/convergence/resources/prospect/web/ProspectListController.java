package org.convergence.resources.prospect.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.ProspectLetterSender;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of all prospects, and the list of one follower, to print or to mail. */
@Controller
@RequestMapping("/resources/prospect")
@Requires(ProspectPermissions.READ)
class ProspectListController {

    private final ProspectListPageAssembler pages;
    private final ProspectQueries reading;
    private final ProspectLetterSender letters;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    ProspectListController(
            ProspectListPageAssembler pages,
            ProspectQueries reading,
            ProspectLetterSender letters,
            PeopleDirectory people,
            OrganisationSettings settings) {
        this.pages = pages;
        this.reading = reading;
        this.letters = letters;
        this.people = people;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return PageView.of("resources/prospect/prospects", pages.assemble(form.filled("over"), t));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        String name = t.say("prospect.menu");
        FileDownload.setHeaders(response, Slug.of(name) + "." + as.extension(), as.mediaType());
        TableWriter.write(
                as,
                name,
                ProspectListPageAssembler.head(t),
                pages.cells(form.filled("over"), t).iterator(),
                t,
                response.getOutputStream());
    }

    @GetMapping("/of/{person}")
    ModelAndView of(@PathVariable UUID person, Words t) {
        PersonName name = name(person);
        return PageView.of(
                "resources/prospect/follower",
                new FollowerPage(
                        name.name(),
                        t.date(settings.today()),
                        pages.rows(reading.findByFollower(name.id()), t),
                        ProspectUrls.followerList(person) + "/send",
                        CurrentActor.get().may(ProspectPermissions.FOLLOW),
                        letters.findStatus(name.id())
                                .map(it -> t.say("prospect.list.letter", LetterFormatter.state(it, t)))
                                .orElse(null)));
    }

    @PostMapping("/of/{person}/send")
    @Requires(ProspectPermissions.FOLLOW)
    ModelAndView send(@PathVariable UUID person) {
        PersonName name = name(person);
        letters.send(name.id());
        return SeeOther.to(ProspectUrls.followerList(person)).withNotice("prospect.sent", name.name());
    }

    private PersonName name(UUID person) {
        PersonId id = new PersonId(person);
        return people.personNames(List.of(id)).values().stream().findFirst().orElseThrow(() -> new NotFound("person"));
    }
}
