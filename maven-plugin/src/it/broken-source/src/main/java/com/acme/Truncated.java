package com.acme;

public class Truncated {
  public String half() {
    return "of a
