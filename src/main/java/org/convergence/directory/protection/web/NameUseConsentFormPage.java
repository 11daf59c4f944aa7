package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** The form of a protected person's consent. */
public record NameUseConsentFormPage(String codeName, String url, Form form, List<Option> uses, List<Option> givenBy) {}
