package io.touchstone.standalone.demo.shop;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Calendar days of a zone, as days since 1970-01-01.
 *
 * @param zone the shop's
 */
record Days(ZoneId zone) {

    int dayOf(long millis) {
        return (int) LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone).toEpochDay();
    }

    /** The first millisecond of a day. */
    long start(int day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    boolean weekend(int day) {
        DayOfWeek name = LocalDate.ofEpochDay(day).getDayOfWeek();
        return name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY;
    }
}
