package org.convergence.resources.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.LinkAnswerService;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.Round.RoundId;
import org.convergence.resources.declaration.domain.RoundQueries;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.resources.declaration.web.RoundPage.RoundListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of rounds, and the page of one. */
@Controller
@RequestMapping("/resources/declaration")
@Requires(DeclarationPermissions.READ)
record RoundListController(
        RoundService rounds, RoundQueries queries, RoundPageAssembler pages, OrganisationSettings settings) {

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "resources/declaration/rounds",
                new RoundListPage(
                        rounds.findAll().stream().map(it -> row(it, t)).toList(),
                        CurrentActor.get().may(DeclarationPermissions.ASK)));
    }

    private RoundListPage.RoundListRow row(Round round, Words t) {
        LocalDate today = settings.today();
        boolean over = today.isAfter(round.closesOn());
        Tone tone = over
                ? Tone.REST
                : !round.isApproved() ? Tone.WARN : today.isBefore(round.asksOn()) ? Tone.AHEAD : Tone.ACTIVE;
        boolean isUnasked = tone == Tone.ACTIVE && queries.countLeft(round) == 0;
        return new RoundListPage.RoundListRow(
                RoundPageAssembler.title(round, t),
                RoundPage.url(round),
                t.say("declaration.days", round.asksOn(), round.remindsOn(), round.closesOn()),
                isUnasked ? Tone.WARN : tone,
                t.say(isUnasked ? "declaration.part.NOT_SENT" : "declaration.round.state." + tone.name()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("resources/declaration/round", pages.assemble(rounds.findById(new RoundId(id)), t));
    }

    @GetMapping("/{id}/export.{format}")
    void export(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        Round round = rounds.findById(new RoundId(id));
        String name = RoundPageAssembler.title(round, t);
        FileDownload.setHeaders(response, Slug.of(name) + "." + as.extension(), as.mediaType());
        TableWriter.write(
                as,
                t.say("declaration.menu"),
                RoundPageAssembler.head(t),
                pages.rows(round, t).iterator(),
                t,
                response.getOutputStream());
    }

    @Bean
    static MenuEntry declarationMenuEntry() {
        return MenuEntry.of("declaration.menu", RoundPage.LIST).requiring(DeclarationPermissions.READ);
    }

    @Bean
    static SecretAddress declarationLinks() {
        return new SecretAddress(LinkAnswerService.PATH);
    }
}
