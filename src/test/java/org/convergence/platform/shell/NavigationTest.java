package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convergence.platform.access.Actor;
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
        Shell shell = at("/money", MEMBERS, DUES, MONEY);
        assertThat(shell.menu(MenuGroup.AREA)).containsExactly(MEMBERS, MONEY);
        assertThat(shell.entriesBeneath(MEMBERS)).containsExactly(DUES);
        assertThat(shell.isIn(MEMBERS)).isFalse();
    }

    @Test
    void pageBeneathEntryBelongsToIt() {
        Shell shell = at("/dues/calls", MEMBERS, DUES, MONEY);
        assertThat(shell.isIn(MEMBERS)).isTrue();
        assertThat(shell.current(MEMBERS)).isNull();
        assertThat(shell.current(DUES)).isEqualTo("true");
        assertThat(at("/members", MEMBERS, DUES, MONEY).isIn(MEMBERS)).isTrue();
    }

    @Test
    void showsEntriesAloneWithoutPermissionForParent() {
        Shell shell = at("/dues", DUES, MONEY);
        assertThat(shell.menu(MenuGroup.AREA)).containsExactly(DUES, MONEY);
        assertThat(shell.current(DUES)).isEqualTo("page");
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

    private static Shell at(String url, MenuEntry... seen) {
        return new Shell(
                "",
                url,
                null,
                Actor.VISITOR,
                List.of(),
                NAVIGATION,
                List.of(seen),
                List.of(),
                null,
                0,
                List.of(),
                null,
                "/");
    }
}
