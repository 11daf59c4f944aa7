package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;

/** The options in the forms of realisations. */
public final class RealisationOptions {

    /** Naming and sorting 249 countries takes longer than the rest of a page. */
    private static final Map<Language, List<Option>> COUNTRIES = new ConcurrentHashMap<>();

    private RealisationOptions() {}

    public static List<Option> kinds(Words t) {
        return Arrays.stream(RealisationKind.values())
                .map(kind -> Option.of(kind, t.say(kind.key())))
                .toList();
    }

    /** The regions of Québec. */
    public static List<OptionGroup> regions(Words t) {
        return List.of(new OptionGroup("", regionOptions(t)));
    }

    /** The countries, the recent ones first. */
    public static List<OptionGroup> countries(List<Place> last, Words t) {
        List<Option> late = last.stream()
                .filter(Place.InCountry.class::isInstance)
                .map(place -> option(place, t))
                .toList();
        List<Option> all = COUNTRIES.computeIfAbsent(
                t.language(),
                language -> Country.findAll(t).stream()
                        .map(country -> option(new Place.InCountry(country), t))
                        .toList());
        return late.isEmpty()
                ? List.of(new OptionGroup("", all))
                : List.of(
                        new OptionGroup(t.say("realisation.where.late"), late),
                        new OptionGroup(
                                t.say("realisation.where.countries"),
                                all.stream()
                                        .filter(option -> !late.contains(option))
                                        .toList()));
    }

    /** Every place, for a filter: the wide ones first. */
    public static List<OptionGroup> places(List<Place> last, Words t) {
        List<OptionGroup> groups = new ArrayList<>();
        groups.add(new OptionGroup(
                "",
                List.of(
                        new Option("QC", t.say("realisation.where.quebec")),
                        new Option("ABROAD", t.say("realisation.where.abroad")),
                        option(Place.ONLINE, t),
                        option(Place.SEVERAL, t))));
        groups.add(new OptionGroup(t.say("realisation.where.regions"), regionOptions(t)));
        groups.addAll(countries(last, t));
        return groups;
    }

    private static List<Option> regionOptions(Words t) {
        return Arrays.stream(Region.values())
                .map(region -> option(new Place.InQuebec(region), t))
                .toList();
    }

    static Option option(Place place, Words t) {
        return new Option(place.code(), place.name(t));
    }
}
