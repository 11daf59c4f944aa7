package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.shell.MenuEntry.MenuGroup;
import org.junit.jupiter.api.Test;

/** Entries beneath others in the navigation are shown there, and the current one is marked. */
class NavigationTest {

    private static final MenuEntry MEMBERS = MenuEntry.of(MenuGroup.AREA, 10, "members", "/members");
    private static final MenuEntry DUES =
            MenuEntry.of(MenuGroup.AREA, 20, "dues", "/dues").beneath("members");
    private static final MenuEntry MONEY = MenuEntry.of(MenuGroup.AREA, 30, "money", "/money");

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

    private static Shell at(String url, MenuEntry... seen) {
        return new Shell(
                "", url, null, Actor.VISITOR, List.of(), List.of(seen), List.of(), null, 0, List.of(), null, "/");
    }
}
