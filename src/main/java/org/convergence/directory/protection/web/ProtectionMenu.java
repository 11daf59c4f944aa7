package org.convergence.directory.protection.web;

import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.protection.PersonalDataKind;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.PersonalPageEntry;
import org.convergence.platform.shell.SettingsPageEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of protection, and the directory's kinds of personal data. */
@Configuration(proxyBeanMethods = false)
class ProtectionMenu {

    @Bean
    static AddButtonEntry protectedPersonAddEntry() {
        return AddButtonEntry.of(100, "protection.add", ProtectionUrls.LIST + "/new", ProtectionPermissions.PROTECT)
                .firstUnder(ProtectionUrls.LIST);
    }

    @Bean
    static SettingsPageEntry protectionEntry() {
        return SettingsPageEntry.of(
                17, "protection.settings", ProtectionUrls.LIST + "/settings", ProtectionPermissions.SETTLE);
    }

    @Bean
    static PersonalPageEntry whoSeesMeEntry() {
        return PersonalPageEntry.of(60, "protection.mine", ProtectionUrls.MINE, ProtectionPermissions.OWN);
    }

    @Bean
    static PersonalDataKind recordOfPerson() {
        return new PersonalDataKind(10, "protection.data.record", PeoplePermissions.READ_PEOPLE);
    }

    @Bean
    static PersonalDataKind allThatIsKnown() {
        return new PersonalDataKind(80, "protection.data.all", PeoplePermissions.DISCLOSE);
    }

    @Bean
    static PersonalDataKind workDone() {
        return new PersonalDataKind(30, "protection.data.work", PeoplePermissions.READ);
    }
}
