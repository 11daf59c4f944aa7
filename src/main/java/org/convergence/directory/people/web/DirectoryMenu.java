package org.convergence.directory.people.web;

import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of the directory. */
@Configuration(proxyBeanMethods = false)
class DirectoryMenu {

    @Bean
    static MenuEntry directoryMenuEntry() {
        return MenuEntry.of(MenuGroup.FOOT, 10, "people.menu", "/directory/people")
                .requiring(PeoplePermissions.READ);
    }

    @Bean
    static AddButtonEntry organisationAddEntry() {
        return AddButtonEntry.of(
                        30, "people.organisation.add", OrganisationListPage.LIST + "/new", PeoplePermissions.EDIT)
                .firstUnder(OrganisationListPage.LIST);
    }

    @Bean
    static AddButtonEntry personAddEntry() {
        return AddButtonEntry.of(40, "people.person.add", PersonListPage.LIST + "/new", PeoplePermissions.EDIT)
                .firstUnder(PersonListPage.LIST);
    }
}
