package org.convergence.directory.people.web;

import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.shell.AddEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of the directory. */
@Configuration(proxyBeanMethods = false)
class DirectoryMenu {

    @Bean
    static MenuEntry directoryMenuEntry() {
        return MenuEntry.of(Group.FOOT, 10, "people.menu", "/directory/people").requiring(PeoplePermissions.READ);
    }

    @Bean
    static AddEntry organisationAddEntry() {
        return AddEntry.of(30, "people.organisation.add", OrganisationsAsked.LIST + "/new", PeoplePermissions.EDIT)
                .firstUnder(OrganisationsAsked.LIST);
    }

    @Bean
    static AddEntry personAddEntry() {
        return AddEntry.of(40, "people.person.add", PersonsAsked.LIST + "/new", PeoplePermissions.EDIT)
                .firstUnder(PersonsAsked.LIST);
    }
}
