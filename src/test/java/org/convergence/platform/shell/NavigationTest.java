package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convergence.platform.shell.Navigation.MenuBranch;
import org.convergence.platform.shell.Navigation.MenuGroup;
import org.convergence.platform.shell.Navigation.MenuPlace;
import org.junit.jupiter.api.Test;

/** Entries beneath others in the navigation are shown there, and the current one is marked. */
class NavigationTest {

    private static final MenuEntry MEMBERS = MenuEntry.of("members", "/members");
    private static final MenuEntry DUES = MenuEntry.of("dues", "/dues");
    private static final MenuEntry MONEY = MenuEntry.of("money", "/money");
    private static final Navigation NAVIGATION = new Navigation(
            List.of(MenuPlace.of(MenuGroup.AREA, "members", "dues"), MenuPlace.of(MenuGroup.AREA, "money")));

    @Test
    void showsEntryBeneathItsParent() {
        Shell.Menu menu = at("/money", MEMBERS, DUES, MONEY);
        assertThat(menu.group(MenuGroup.AREA))
                .containsExactly(new MenuBranch(MEMBERS, List.of(DUES)), new MenuBranch(MONEY, List.of()));
        assertThat(menu.isIn(new MenuBranch(MEMBERS, List.of(DUES)))).isFalse();
    }

    @Test
    void pageBeneathEntryBelongsToIt() {
        MenuBranch members = new MenuBranch(MEMBERS, List.of(DUES));
        Shell.Menu menu = at("/dues/calls", MEMBERS, DUES, MONEY);
        assertThat(menu.isIn(members)).isTrue();
        assertThat(menu.current(MEMBERS)).isNull();
        assertThat(menu.current(DUES)).isEqualTo("true");
        assertThat(at("/members", MEMBERS, DUES, MONEY).isIn(members)).isTrue();
    }

    @Test
    void showsEntriesAloneWithoutPermissionForParent() {
        Shell.Menu menu = at("/dues", DUES, MONEY);
        assertThat(menu.group(MenuGroup.AREA)).extracting(MenuBranch::entry).containsExactly(DUES, MONEY);
        assertThat(menu.current(DUES)).isEqualTo("page");
    }

    @Test
    void onlyTheNearestEntryIsCurrent() {
        MenuEntry calls = MenuEntry.of("dues", "/members/dues");
        assertThat(at("/members/dues/3", MEMBERS, calls).current(MEMBERS)).isNull();
        assertThat(at("/members/dues/3", MEMBERS, calls).current(calls)).isEqualTo("true");
        assertThat(at("/members/3", MEMBERS, calls).current(MEMBERS)).isEqualTo("true");
    }

    @Test
    void ordersEntriesByTheirPlaces() {
        assertThat(NAVIGATION.sort(List.of(MONEY, DUES, MEMBERS))).containsExactly(MEMBERS, DUES, MONEY);
    }

    @Test
    void refusesTwoEntriesAtOnePlace() {
        MenuEntry other = MenuEntry.of("money", "/bank");
        assertThatThrownBy(() -> NAVIGATION.sort(List.of(MEMBERS, DUES, MONEY, other)))
                .hasMessage("Two entries at one place of the navigation: money");
        assertThatThrownBy(() -> new Navigation(
                        List.of(MenuPlace.of(MenuGroup.AREA, "money"), MenuPlace.of(MenuGroup.MAIN, "money"))))
                .hasMessage("Two places in the navigation for money");
    }

    @Test
    void refusesAnEntryWithoutPlaceAndAPlaceWithoutEntry() {
        MenuEntry loans = MenuEntry.of("loans", "/loans");
        assertThatThrownBy(() -> NAVIGATION.sort(List.of(MEMBERS, DUES, MONEY, loans)))
                .hasMessage("No place in the navigation for loans: add it to the bean Navigation");
        assertThatThrownBy(() -> NAVIGATION.sort(List.of(MEMBERS, DUES)))
                .hasMessage("No entry for the place money of the navigation");
    }

    private static Shell.Menu at(String url, MenuEntry... seen) {
        return Shell.Menu.of(NAVIGATION, List.of(seen), url);
    }
}
