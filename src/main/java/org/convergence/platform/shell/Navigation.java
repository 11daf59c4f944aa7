package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places of the navigation, in their order: one bean of the application. A {@link MenuEntry} has the place of its key. */
public final class Navigation {

    private final List<MenuPlace> places;
    private final Map<String, MenuPosition> positions = new LinkedHashMap<>();

    /** The three parts of the navigation. */
    public enum MenuGroup {
        MAIN,
        AREA,
        FOOT
    }

    /**
     * A place.
     *
     * @param key of its entry
     * @param beneath keys of the entries shown beneath it while it is open; at its level for people who may not see it
     */
    public record MenuPlace(MenuGroup group, String key, List<String> beneath) {

        public static MenuPlace of(MenuGroup group, String key, String... beneath) {
            return new MenuPlace(group, key, List.of(beneath));
        }
    }

    /** An entry of the upper level, with those shown beneath it. */
    public record MenuBranch(MenuEntry entry, List<MenuEntry> beneath) {}

    private record MenuPosition(
            int index, MenuGroup group, @Nullable String parent) {}

    /** @throws IllegalStateException if a key has two places */
    public Navigation(List<MenuPlace> places) {
        this.places = List.copyOf(places);
        for (MenuPlace place : places) {
            add(place.key(), place.group(), null);
            place.beneath().forEach(key -> add(key, place.group(), place.key()));
        }
    }

    /** The same places, and others after them. */
    public Navigation with(List<MenuPlace> more) {
        return new Navigation(Stream.concat(places.stream(), more.stream()).toList());
    }

    private void add(String key, MenuGroup group, @Nullable String parent) {
        if (positions.put(key, new MenuPosition(positions.size(), group, parent)) != null) {
            throw new IllegalStateException("Two places in the navigation for " + key);
        }
    }

    /**
     * The entries in their order.
     *
     * @throws IllegalStateException if an entry has no place, a place has two entries, or none
     */
    public List<MenuEntry> sort(List<MenuEntry> entries) {
        Map<String, MenuEntry> byKey = new HashMap<>();
        for (MenuEntry entry : entries) {
            position(entry.key());
            if (byKey.put(entry.key(), entry) != null) {
                throw new IllegalStateException("Two entries at one place of the navigation: " + entry.key());
            }
        }
        positions.keySet().stream().filter(key -> !byKey.containsKey(key)).forEach(key -> {
            throw new IllegalStateException("No entry for the place " + key + " of the navigation");
        });
        return entries.stream()
                .sorted(Comparator.comparingInt(entry -> position(entry.key()).index()))
                .toList();
    }

    /**
     * The entries that a person sees, each with those beneath it; at the upper level where its parent is not seen.
     *
     * @param seen in the order of {@link #sort}
     */
    Map<MenuGroup, List<MenuBranch>> arrange(List<MenuEntry> seen) {
        Map<String, MenuBranch> branches = new HashMap<>();
        Map<MenuGroup, List<MenuBranch>> groups = new EnumMap<>(MenuGroup.class);
        for (MenuEntry entry : seen) {
            MenuPosition position = position(entry.key());
            MenuBranch parent = branches.get(position.parent());
            if (parent != null) {
                parent.beneath().add(entry);
                continue;
            }
            MenuBranch branch = new MenuBranch(entry, new ArrayList<>());
            branches.put(entry.key(), branch);
            groups.computeIfAbsent(position.group(), group -> new ArrayList<>()).add(branch);
        }
        return groups;
    }

    private MenuPosition position(String key) {
        MenuPosition position = positions.get(key);
        if (position == null) {
            throw new IllegalStateException(
                    "No place in the navigation for " + key + ": add it to the bean Navigation");
        }
        return position;
    }
}
