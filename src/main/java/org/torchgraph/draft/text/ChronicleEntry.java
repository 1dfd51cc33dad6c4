package org.torchgraph.draft.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One document that a text speaks of.
 *
 * @param number its place among the entries, counted from 1
 * @param printedDate the date as printed, without white space; empty when the entry has none
 * @param year the year of that date, in four digits
 * @param date that date, when it is a whole day that exists
 * @param title the words between 《 and 》, unwrapped
 * @param issuers the bodies that the text names as issuers
 * @param issuance where it says who issued it
 * @param sentences all of its paragraphs, in order
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
