package org.convergence.directory.people;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PeoplePermissions implements PermissionCatalogue {

    /** See organisations, and the names of people involved in the work. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "people.read";

    /** See people with their contact details. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ_PEOPLE = "people.readPeople";

    /** Add and change people, organisations, functions and affiliations. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "people.edit";

    /** Import lists of organisations and people, and undo these imports. */
    @OfNature(PermissionNature.EDIT)
    public static final String IMPORT = "people.import";

    /** Give a person their own data. */
    @OfNature(PermissionNature.DECIDE)
    public static final String DISCLOSE = "people.disclose";

    /** Erase a person at their request. */
    @OfNature(PermissionNature.DECIDE)
    public static final String FORGET = "people.forget";
}
