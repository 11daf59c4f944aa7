package org.convergence.directory.protection.web;

import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.protection.PersonalData;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.shell.AddEntry;
import org.convergence.platform.shell.OwnEntry;
import org.convergence.platform.shell.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of protection, and the directory's kinds of personal data. */
@Configuration(proxyBeanMethods = false)
class ProtectionMenu {

    @Bean
    static AddEntry protectedPersonAddEntry() {
        return AddEntry.of(45, "protection.add", ProtectionUrls.LIST + "/new", ProtectionPermissions.PROTECT)
                .firstUnder(ProtectionUrls.LIST);
    }

    @Bean
    static SettingsEntry protectionEntry() {
        return SettingsEntry.of(
                17, "protection.settings", ProtectionUrls.LIST + "/settings", ProtectionPermissions.SETTLE);
    }

    @Bean
    static OwnEntry whoSeesMeEntry() {
        return OwnEntry.of(60, "protection.mine", ProtectionUrls.MINE, ProtectionPermissions.OWN);
    }

    @Bean
    static PersonalData recordOfPerson() {
        return new PersonalData(10, "protection.data.record", PeoplePermissions.READ_PEOPLE);
    }

    @Bean
    static PersonalData allThatIsKnown() {
        return new PersonalData(80, "protection.data.all", PeoplePermissions.DISCLOSE);
    }

    @Bean
    static PersonalData workDone() {
        return new PersonalData(30, "protection.data.work", PeoplePermissions.READ);
    }
}
