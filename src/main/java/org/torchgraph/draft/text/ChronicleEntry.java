package org.torchgraph.draft.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a text, which is about one document.
 *
 * @param number the number of the entry, counted from 1
 * @param printedDate the date as printed, without white space; empty if the entry has none
 * @param year the year of that date, in four digits; empty if the entry has no date
 * @param date the date if it is complete and exists in the calendar
 * @param title the words between 《 and 》, unwrapped
 * @param issuers the bodies that the text names as issuers
 * @param issuance the passage that names the issuers
 * @param sentences the sentences of its paragraphs, in order
 */
public record ChronicleEntry(
        int number,
        String printedDate,
        String year,
        Optional<LocalDate> date,
        Optional<String> title,
        Issuers issuers,
        PassageRange issuance,
        List<Sentence> sentences) {}
