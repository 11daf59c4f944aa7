package org.convergence.plan.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is coming in the calendars of the current account, for modules that make a record of an entry. */
public interface ComingEntries {

    /** The entries of the next weeks that are no part of a series, the next one first. */
    List<ComingEntry> findAll();

    /** One of them; empty if there is none of this id. */
    Optional<ComingEntry> findById(UUID id);

    /** One of them by its key; empty if the current account has none. */
    Optional<ComingEntry> findByKey(String key);

    /**
     * A coming entry.
     *
     * @param key which entry it is, whatever day it is moved to, in every calendar that has it
     */
    record ComingEntry(UUID id, String key, String title, String place, LocalDate day, LocalDate lastDay) {}

    /**
     * What may be made of a coming entry, contributed by the module that makes it: a bean of this type.
     *
     * @param label message key of the link
     * @param path of the form, to which the id of the entry is added
     * @param permission required to use it
     */
    record EntryUse(String label, String path, String permission) {}
}
