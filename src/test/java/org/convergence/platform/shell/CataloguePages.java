package org.convergence.platform.shell;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.Convergence;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.Navigation.MenuGroup;
import org.convergence.platform.shell.Navigation.MenuPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The components on one page, for developers of pages: start {@link #main} and open {@code /catalogue}. Its template is
 * compiled when it is requested.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CataloguePages {

    public static void main(String[] arguments) {
        SpringApplication.from(Convergence::main).with(CataloguePages.class).run(arguments);
    }

    @Bean
    @Primary
    TemplateEngine catalogueTemplates() {
        var ours = new DirectoryCodeResolver(Path.of("src/test/jte"));
        var theirs = new DirectoryCodeResolver(Path.of("src/main/jte"));
        CodeResolver both = new CodeResolver() {
            @Override
            public String resolve(String name) {
                String code = ours.resolve(name);
                return code == null ? theirs.resolve(name) : code;
            }

            @Override
            public long getLastModified(String name) {
                return ours.exists(name) ? ours.getLastModified(name) : theirs.getLastModified(name);
            }

            @Override
            public boolean exists(String name) {
                return ours.exists(name) || theirs.exists(name);
            }
        };
        Path classes = Path.of("target/jte-classes");
        TemplateEngine engine =
                TemplateEngine.create(both, classes, ContentType.Html, null, "org.convergence.templates");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    @Order(1)
    SecurityFilterChain catalogueChain(HttpSecurity http) throws Exception {
        var actor = new Actor(new UUID(0, 7), "Marisol Tremblay", null, null, Set.of("catalogue.see", "search.use"));
        return http.securityMatcher("/catalogue/**", "/catalogue", "/static/**", "/language", "/search")
                .headers(headers -> headers.disable())
                .addFilterBefore(
                        (request, response, chain) -> {
                            SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor));
                            chain.doFilter(request, response);
                        },
                        AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Primary
    Navigation catalogueNavigation(@Qualifier("navigation") Navigation application) {
        return application.with(List.of(
                MenuPlace.of(MenuGroup.MAIN, "Aujourd’hui"),
                MenuPlace.of(MenuGroup.MAIN, "Le plan"),
                MenuPlace.of(MenuGroup.AREA, "Éducation"),
                MenuPlace.of(MenuGroup.AREA, "Coopération"),
                MenuPlace.of(MenuGroup.AREA, "Plaidoyer"),
                MenuPlace.of(MenuGroup.FOOT, "Répertoire", "Consentements")));
    }

    @Bean
    MenuEntry today() {
        return MenuEntry.of("Aujourd’hui", "/catalogue/today");
    }

    @Bean
    MenuEntry components() {
        return MenuEntry.of("Le plan", "/catalogue");
    }

    @Bean
    MenuEntry education() {
        return MenuEntry.of("Éducation", "/catalogue/a");
    }

    @Bean
    MenuEntry cooperation() {
        return MenuEntry.of("Coopération", "/catalogue/b");
    }

    @Bean
    MenuEntry advocacy() {
        return MenuEntry.of("Plaidoyer", "/catalogue/c");
    }

    @Bean
    MenuEntry people() {
        return MenuEntry.of("Répertoire", "/catalogue/d");
    }

    @Bean
    MenuEntry consents() {
        return MenuEntry.of("Consentements", "/catalogue/e");
    }

    @Bean
    AddButtonEntry realisation() {
        return AddButtonEntry.of(1, "Ce qui a été fait", "/catalogue/form", "catalogue.see");
    }

    @Bean
    AddButtonEntry person() {
        return AddButtonEntry.of(2, "Une personne", "/catalogue/form", "catalogue.see");
    }

    /** Finds two results for any query. */
    @Bean
    SearchSource anything() {
        return new SearchSource(
                "Organisations",
                1,
                "catalogue.see",
                "pg_class",
                null,
                (query, limit, t) -> List.of(
                        new SearchHit("Cégep du Vieux-Port", "Capitale-Nationale", "/catalogue/today"),
                        new SearchHit("Syndicat des enseignantes", "Mauricie", "/catalogue/today")));
    }

    /** The content of the catalogue's pages. */
    public record CataloguePage(
            Form form,
            List<Option> places,
            List<BarSegment> segments,
            WorkProgress work,
            @Nullable Conflict conflict) {}

    private record Command(
            String what, java.time.LocalDate day, @Nullable BigDecimal hours) {}

    @Controller
    static class CatalogueController {

        @Open("A catalogue for tests")
        @GetMapping("/catalogue")
        ModelAndView components() {
            return PageView.of("platform/shell/catalogue", shown(start()));
        }

        @Open("A catalogue for tests")
        @GetMapping("/catalogue/work")
        ModelAndView work() {
            return new ModelAndView("platform/shell/work", "work", underWay());
        }

        @Open("A catalogue for tests")
        @GetMapping("/catalogue/today")
        ModelAndView today() {
            return PageView.of("platform/shell/catalogue_today", shown(start()));
        }

        @Open("A catalogue for tests")
        @GetMapping("/catalogue/form")
        ModelAndView form() {
            return PageView.of("platform/shell/catalogue_form", shown(start()));
        }

        @Open("A catalogue for tests")
        @PostMapping("/catalogue/form")
        ModelAndView save(Form form) {
            return form.submit(
                    answers -> new Command(
                            answers.text("what", 60), answers.date("when"), answers.optionalHours("hours", 24)),
                    command -> {
                        if (command.what().equals("refuse")) {
                            throw new Refused("shell.failure.refused.text");
                        }
                        if (command.what().equals("conflict")) {
                            throw new EditConflict("catalogue", new UUID(0, 1), 1);
                        }
                        return SeeOther.to("/catalogue/today")
                                .withNotice("shell.work.count", 31, 63)
                                .withUndo("/catalogue/undo");
                    },
                    () -> PageView.of("platform/shell/catalogue_form", shown(form)),
                    since -> PageView.of(
                            "platform/shell/catalogue_form",
                            shown(
                                    form,
                                    Conflict.merge(
                                            form,
                                            start().with("what", "Atelier"),
                                            start().with("what", "Atelier donné au cégep"),
                                            since,
                                            "Camille D’Amours",
                                            List.of("what"),
                                            (field, value) -> value))));
        }

        @Open("A catalogue for tests")
        @GetMapping("/catalogue/confirm")
        ModelAndView confirm() {
            return PageView.of("platform/shell/catalogue_confirm", shown(start()));
        }

        @Open("A catalogue for tests")
        @GetMapping("/catalogue/fails/{how}")
        ModelAndView fail(@PathVariable String how) {
            return switch (how) {
                case "missing" -> throw new NotFound();
                case "refused" -> throw new Refused("shell.failure.refused.text");
                case "template" -> PageView.of("platform/shell/catalogue_today", "not the page");
                default -> throw new IllegalStateException("A fault for tests");
            };
        }

        private static WorkProgress underWay() {
            return new WorkProgress("Lecture du plan", "/catalogue/work", 31, 63, true, 2, "/catalogue/stop");
        }

        private static Form start() {
            return Form.blank().with("what", "").with("when", "").with("place", "QC-06");
        }

        private static CataloguePage shown(Form form) {
            return shown(form, null);
        }

        private static CataloguePage shown(Form form, @Nullable Conflict conflict) {
            return new CataloguePage(
                    form,
                    List.of(
                            Option.of("QC-06", "Montréal"),
                            Option.of("ONLINE", "En ligne"),
                            Option.of("REGION", "Autre région"),
                            Option.of("COUNTRY", "Autre pays")),
                    List.of(
                            new BarSegment(Tone.OK, 18),
                            new BarSegment(Tone.ACTIVE, 22),
                            new BarSegment(Tone.AHEAD, 3),
                            new BarSegment(Tone.WARN, 9),
                            new BarSegment(Tone.REST, 11)),
                    underWay(),
                    conflict);
        }
    }
}
