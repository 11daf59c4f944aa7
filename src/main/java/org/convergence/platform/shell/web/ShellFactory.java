package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.LongWorkStatus;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Navigation;
import org.convergence.platform.shell.Notice;
import org.convergence.platform.shell.Shell;
import org.convergence.platform.shell.TextUse;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Builds the frame of a page for one request: the entries that the actor may see, in the actor's language. */
@Component
class ShellFactory implements JteView.FrameSource {

    private static final Pattern IN = Pattern.compile("(?:^|&)in=([a-z]{2})");

    private final Messages messages;
    private final CachedSettings settings;
    private final RequestLanguageResolver languages;
    private final StaticFiles assets;
    private final Navigation navigation;
    private final List<MenuEntry> menu;
    private final List<AddButtonEntry> add;
    private final Map<FrameReader, FrameEntries> entries = new ConcurrentHashMap<>();
    private final List<TextUse> uses;
    private final List<LongWorkStatus> underway;
    private final ObjectProvider<WithheldRecords> withheld;
    private final Clock clock;
    private final boolean clockMoved;

    private record FrameReader(Set<String> permissions, Language language) {}

    /** What people with some permissions may see in a language; the lists in their order. */
    private record FrameEntries(List<MenuEntry> menu, List<AddButtonEntry> add, List<TextUse> uses) {

        static final FrameEntries NONE = new FrameEntries(List.of(), List.of(), List.of());
    }

    ShellFactory(
            Messages messages,
            CachedSettings settings,
            RequestLanguageResolver languages,
            StaticFiles assets,
            Navigation navigation,
            List<MenuEntry> menu,
            List<AddButtonEntry> add,
            List<TextUse> uses,
            List<LongWorkStatus> underway,
            ObjectProvider<WithheldRecords> withheld,
            Clock clock,
            @Value("${convergence.clock-offset}") Duration clockOffset) {
        this.messages = messages;
        this.settings = settings;
        this.languages = languages;
        this.assets = assets;
        this.navigation = navigation;
        this.menu = navigation.sort(menu);
        this.uses = uses;
        this.underway = underway;
        this.withheld = withheld;
        this.clock = clock;
        this.clockMoved = !clockOffset.isZero();
        this.add = add;
    }

    @Override
    public Words words(HttpServletRequest request) {
        String tag = languages.resolveLocale(request).toLanguageTag();
        return messages.in(Language.of(tag), settings.get().zone());
    }

    /** As {@link #words}, without asking the database. */
    Words plainWords(HttpServletRequest request) {
        return messages.in(languages.resolvePlainly(request), settings.last().zone());
    }

    /** The messages of a public page: also in Spanish, whatever the languages of the organisation's own pages. */
    Words publicWords(HttpServletRequest request) {
        Stream<String> browser = request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
        // Read from the query string, since a parameter may be in a body that arrives slowly.
        Matcher chosen = IN.matcher(String.valueOf(request.getQueryString()));
        String language = Stream.concat(chosen.find() ? Stream.of(chosen.group(1)) : Stream.empty(), browser)
                .filter(code -> Stream.of(Language.values())
                        .anyMatch(each -> each.code().equals(code)))
                .findFirst()
                .orElse(settings.get().spoken().get(0));
        return messages.in(Language.of(language), settings.get().zone());
    }

    @Override
    public Shell shell(HttpServletRequest request, HttpServletResponse response) {
        Actor actor = CurrentActor.get();
        String path = RequestKind.path(request);
        FrameEntries seen = actor.isKnown()
                ? entries.computeIfAbsent(
                        new FrameReader(
                                actor.permissions(),
                                Language.of(languages.resolveLocale(request).toLanguageTag())),
                        reader -> findEntries(actor, reader.language()))
                : FrameEntries.NONE;
        return new Shell(
                settings.get().name(),
                path,
                request.getQueryString(),
                actor,
                settings.get().spoken(),
                Shell.Menu.of(
                        navigation,
                        seen.menu().stream()
                                .filter(entry -> entry.shown().getAsBoolean())
                                .toList(),
                        path),
                seen.add().stream()
                        .sorted(Comparator.comparing(entry -> !entry.isNear(path)))
                        .toList(),
                seen.uses(),
                Notice.take(request, response).orElse(null),
                actor.isKnown()
                        ? underway.stream()
                                .mapToInt(LongWorkStatus::countRunning)
                                .sum()
                        : 0,
                actor.isKnown() ? ended(words(request)) : List.of(),
                actor.isKnown() && withheld.getObject().isWithheldPage(path),
                clockMoved ? LocalDate.ofInstant(clock.instant(), settings.get().zone()) : null,
                assets.base(),
                settings.get().identity().giving());
    }

    /** The entries of the "Ajouter" button are the usual ones in their order, then the others by their names. */
    private FrameEntries findEntries(Actor actor, Language language) {
        Words t = messages.in(language, settings.last().zone());
        return new FrameEntries(
                menu.stream()
                        .filter(entry -> allowed(actor, entry.permission()))
                        .toList(),
                add.stream()
                        .filter(entry -> allowed(actor, entry.permission()))
                        .sorted(Comparator.comparingInt(
                                        (AddButtonEntry entry) -> Math.min(entry.order(), AddButtonEntry.LESS_USUAL))
                                .thenComparing(entry -> TextNormalizer.fold(t.say(entry.key()))))
                        .toList(),
                uses.stream().filter(use -> allowed(actor, use.permission())).toList());
    }

    private List<LongWorkStatus.FinishedWork> ended(Words t) {
        return underway.stream().flatMap(work -> work.ended(t).stream()).toList();
    }

    /** A frame that needs nothing but the static files, for failures. */
    Shell plainShell(HttpServletRequest request) {
        return new Shell(
                settings.last().name(),
                RequestKind.path(request),
                null,
                Actor.VISITOR,
                List.of(),
                Shell.Menu.of(navigation, List.of(), ""),
                List.of(),
                List.of(),
                null,
                0,
                List.of(),
                false,
                null,
                assets.base(),
                "");
    }

    private static boolean allowed(Actor actor, @Nullable String permission) {
        return permission == null || actor.may(permission);
    }
}
